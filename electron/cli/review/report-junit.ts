import { type PracticeSection, practiceSections } from '../../catalogue/review-practices.ts'
import type { Review, ReviewFinding, ReviewItem } from '../../contract/review.ts'
import { reviewText } from '../../wording/review.ts'
import { practiceTitles, sectionTitles } from '../../wording/review/practices.ts'
import { seenLine } from '../../wording/review/seen.ts'
import { statusWords } from '../../wording/review/status.ts'
import { failingItems, type FailOn } from './exit-code.ts'

/** A review as JUnit XML, which every CI shows: a test for each practice. What is not known is skipped, with why. */
export function reportJunit(review: Review, failOn: FailOn): string {
  const failing = new Set(failingItems(review, failOn))
  const suites = practiceSections.flatMap((section) => suiteOf(review, section, failing))
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>', ...suites, '</testsuites>', ''].join('\n')
}

function suiteOf(
  { environmentName, items: all }: Review,
  { name, practices }: PracticeSection,
  failing: ReadonlySet<ReviewItem>,
): string[] {
  const items = all.filter(({ practice }) => practices.includes(practice))
  if (items.length === 0) return []
  const failures = items.filter((item) => failing.has(item)).length
  const skipped = items.filter((item) => item.status === 'not_known').length
  const counts = `tests="${items.length}" failures="${failures}" errors="0" skipped="${skipped}"`
  const cases = items.map((item) => testCase(environmentName, item, failing.has(item)))
  return [`<testsuite name="${xml(sectionTitles[name])}" ${counts}>`, ...cases, '</testsuite>']
}

function testCase(environment: string, { practice, status, findings }: ReviewItem, isFailing: boolean): string {
  const start = `<testcase classname="${xml(environment)}" name="${xml(practiceTitles[practice])}"`
  const [first] = findings
  const line = xml(first === undefined ? '' : `${statusWords[status]}: ${reviewText(first).line}`)
  if (isFailing)
    return `${start}><failure message="${line}">${xml(findings.map(findingText).join('\n\n'))}</failure></testcase>`
  if (status === 'not_known') return `${start}><skipped message="${line}"/></testcase>`
  return `${start}><system-out>${line}</system-out></testcase>`
}

function findingText(finding: ReviewFinding): string {
  const { line, why, advice } = reviewText(finding)
  const seen = finding.seen.map(seenLine)
  return [line, why, ...seen, ...(advice === undefined ? [] : [advice])].join('\n')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Characters that XML 1.0 has no way to write become U+FFFD. @see XML 1.0 §2.2 */
const xml = (text: string): string =>
  text
    .replaceAll(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, '\uFFFD')
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? '')
