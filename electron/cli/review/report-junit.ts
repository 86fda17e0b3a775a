import { type PracticeSection, practiceSections } from '../../catalogue/review-practices.ts'
import type { Review, ReviewFinding, ReviewItem } from '../../contract/review.ts'
import { isToActOn } from '../../vocabulary/review.ts'
import { itemLine, reviewText } from '../../wording/review.ts'
import { acceptedText } from '../../wording/review/accepted.ts'
import { practiceTitles, sectionTitles } from '../../wording/review/practices.ts'
import { seenLine } from '../../wording/review/seen.ts'
import { statusWords } from '../../wording/review/status.ts'
import { failingItems, type FailOn } from './exit-code.ts'

/**
 * A review as JUnit XML, which every CI shows: a test for each practice. What is not known is skipped, with why; a review that
 * is not complete has an error, so that it is not taken for one that passed.
 */
export function reportJunit(review: Review, failOn: FailOn, isComplete: boolean): string {
  const failing = new Set(failingItems(review, failOn))
  const suites = [
    ...practiceSections.flatMap((section) => suiteOf(review, section, failing)),
    ...(isComplete ? [] : incompleteSuite(review.environmentName)),
  ]
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

const incomplete = 'No token was issued, or the probes were not sent'

const incompleteSuite = (environment: string): string[] => [
  '<testsuite name="Review" tests="1" failures="0" errors="1" skipped="0">',
  `<testcase classname="${xml(environment)}" name="Review is complete"><error message="${xml(incomplete)}"/></testcase>`,
  '</testsuite>',
]

function testCase(environment: string, item: ReviewItem, isFailing: boolean): string {
  const { practice, status, findings } = item
  const start = `<testcase classname="${xml(environment)}" name="${xml(practiceTitles[practice])}"`
  const toActOn = findings.filter((finding) => isToActOn(finding.status))
  const line = xml(`${statusWords[status]}: ${itemLine(item)}`)
  if (isFailing)
    return `${start}><failure message="${line}">${xml(toActOn.map(findingText).join('\n\n'))}</failure></testcase>`
  if (status === 'not_known') return `${start}><skipped message="${line}"/></testcase>`
  const accepted = findings.flatMap((finding) => (finding.accepted === null ? [] : [xml(findingText(finding))]))
  return `${start}><system-out>${[line, ...accepted].join('\n\n')}</system-out></testcase>`
}

function findingText(finding: ReviewFinding): string {
  const { line, why, advice } = reviewText(finding)
  if (finding.accepted !== null) return `${line}. ${acceptedText(finding.accepted)}`
  const seen = finding.seen.map(seenLine)
  return [line, why, ...seen, ...(advice === undefined ? [] : [advice])].join('\n')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Characters that XML 1.0 has no way to write, and those that reorder what is read, become U+FFFD. @see XML 1.0 §2.2 */
const xml = (text: string): string =>
  text
    .replaceAll(/(?![\t\n\r])\p{Cc}|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? '')
