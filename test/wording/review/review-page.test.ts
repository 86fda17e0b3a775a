import { expect, test } from 'vitest'
import type { ReviewEntry } from '../../../electron/catalogue/review/entry.ts'
import {
  checksOfPractice,
  type PracticeSection,
  practiceSections,
} from '../../../electron/catalogue/review-practices.ts'
import { reviewEntries } from '../../../electron/catalogue/review.ts'
import { type ReviewCode, reviewCodes } from '../../../electron/contract/review-codes.ts'
import { type Practice, probes, reviewStatuses } from '../../../electron/vocabulary/review.ts'
import { reviewText } from '../../../electron/wording/review.ts'
import { reviewPlaceText } from '../../../electron/wording/review/places.ts'
import { practiceTitles, sectionTitles } from '../../../electron/wording/review/practices.ts'
import { probeTitles } from '../../../electron/wording/review/probes.ts'
import { statusWords } from '../../../electron/wording/review/status.ts'
import { fewAndAll } from '../sample-evidence.ts'

const entryOf = (code: ReviewCode): ReviewEntry => reviewEntries[code]

/** Evidence as it is where the code is found: a lifetime of 90 s is not over a day. */
const fitting: Partial<Record<ReviewCode, Record<string, string>>> = {
  lifetime_over_hour: { seconds: '7200' },
  lifetime_over_day: { seconds: '604800' },
  lifetime_over_day_bound: { seconds: '604800' },
  expired_token_refused: { status: '401' },
  missing_scope_refused: { status: '403' },
  missing_scope_accepted: { status: '200' },
}

/** Of what may be several secrets, the usual one. */
const usual = (evidence: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.keys(evidence)
      .filter((name) => ['credential', 'secrets'].includes(name))
      .map((name) => [name, 'client_secret']),
  )

/** A finding as a row: what people read, why, what to do, and where. */
function ofCode(code: ReviewCode): string {
  const entry = entryOf(code)
  const [few = {}] = fewAndAll(entry)
  const { line, why, advice } = reviewText({ code, evidence: { ...few, ...usual(few), ...fitting[code] } })
  const about = [statusWords[entry.status], `\`${code}\``, entry.section ?? []].flat().join(' · ')
  const action = advice === undefined ? [] : [`*${reviewPlaceText(entry.place)}:* ${advice}`]
  return [`**${line}**`, about, why, ...action].join('  \n')
}

/** From the worst to the best, as a review sorts them; of equal ones in the order of the codes. */
const codesOf = (practice: Practice): ReviewCode[] =>
  checksOfPractice[practice].flatMap((name) =>
    reviewCodes.filter((code) => entryOf(code).check === name).toSorted((one, other) => rank(one) - rank(other)),
  )

const rank = (code: ReviewCode): number => reviewStatuses.indexOf(entryOf(code).status)

const ofPractice = (practice: Practice): string[] =>
  [`### ${practiceTitles[practice]}`].concat(codesOf(practice).map(ofCode))

const ofSection = ({ name, practices }: PracticeSection, index: number): string[] =>
  [`## ${index + 1} ${sectionTitles[name]}`].concat(practices.flatMap(ofPractice))

const page = [
  '# Is it safe?',
  'Every practice that a review goes through, in the order and the words of the M2M best practices of cidaas, then further ones of RFC 9700. Below each is what its checks can find: its status, code and section, why, and where in the app it is changed. Names in braces stand for evidence. A practice is as bad as the worst that is found and not accepted. Generated from the catalogue and the wording by a test.',
  '![A review, with what its probes found](images/review-light.png)',
  'A review reads what is recorded and set, and sends nothing. What cannot be seen is not known, with why. These [probes](probes.md) send requests, each only after a click, and in production after a second one:',
  probes.map((probe) => `- ${probeTitles[probe]}`).join('\n'),
  ...practiceSections.flatMap(ofSection),
]

test('the page on the review has every practice and every finding as people read them', async () => {
  const text = `${page.join('\n\n').replaceAll('<', '&lt;')}\n`
  await expect(text).toMatchFileSnapshot('../../../docs/review.md')
})
