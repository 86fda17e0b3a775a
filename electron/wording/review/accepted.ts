import { checksOfPractice } from '../../catalogue/review-practices.ts'
import { reviewEntries } from '../../catalogue/review.ts'
import type { AcceptedFinding } from '../../contract/accepted-finding.ts'
import { practices } from '../../vocabulary/review.ts'
import { practiceTitles } from './practices.ts'

/** The practice that a code of a review is about; the code itself where this version does not know it. */
export function practiceOfCode(code: string): string {
  const check = Object.entries(reviewEntries).find(([known]) => known === code)?.[1].check
  const practice = practices.find((each) => check !== undefined && checksOfPractice[each].includes(check))
  return practice === undefined ? code : practiceTitles[practice]
}

/** What is accepted, since when and why, in a line. */
export const acceptedLine = ({ code, on, reason }: AcceptedFinding): string =>
  `${namedByPractice(code)}, accepted on ${on}: ${inOneLine(reason)}`

/** The same where what is accepted was named before. */
export const acceptedText = ({ on, reason }: Pick<AcceptedFinding, 'on' | 'reason'>): string =>
  `Accepted on ${on}: ${inOneLine(reason)}`

/** `Use short-lived tokens (lifetime_over_hour)` */
export function namedByPractice(code: string): string {
  const practice = practiceOfCode(code)
  return practice === code ? code : `${practice} (${code})`
}

/** A reason may have been typed in several lines. */
export const inOneLine = (reason: string): string =>
  reason
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
