import { type PracticeSection, practiceSections } from '../../catalogue/review-practices.ts'
import { utc } from '../../common/utc.ts'
import { reviewEntries } from '../../catalogue/review.ts'
import type { ItemStatus, Review, ReviewFinding, ReviewItem } from '../../contract/review.ts'
import { isToActOn, type Practice } from '../../vocabulary/review.ts'
import { itemLine, reviewText } from '../../wording/review.ts'
import { acceptedText, namedByPractice } from '../../wording/review/accepted.ts'
import { practiceTitles, sectionTitles } from '../../wording/review/practices.ts'
import { probesRunText, probeResultText, probeTitles } from '../../wording/review/probes.ts'
import { seenLine, seenSource } from '../../wording/review/seen.ts'
import { sourceLines } from '../../wording/review/sources.ts'
import { statusWords } from '../../wording/review/status.ts'
import { reviewSummary } from '../../wording/review/summary.ts'
import { visible } from '../demo/print.ts'
import { wrapped } from '../wrapped.ts'
import { style, type Style } from '../style.ts'

/**
 * A review as a person reads it in a terminal of so many columns, or in a file: the verdict, each practice in a line, and
 * beneath what to act on.
 */
export function reportText(review: Review, columns = Infinity): string {
  const { title, rest } = reviewSummary(review.items)
  const probes = probesRunText(review.probes)
  const counts = [rest, ...(probes === null ? [] : [probes])].filter((part) => part !== '').join('; ')
  return [
    `${style('bold', visible(review.environmentName))}: ${title}`,
    ...(counts === '' ? [] : [counts]),
    ...practiceSections.flatMap((section, index) => sectionLines(review, section, { number: index + 1, columns })),
    ...probeLines(review),
    ...notFoundLines(review),
    '',
  ].join('\n')
}

function sectionLines(
  { items }: Review,
  { name, practices }: PracticeSection,
  { number, columns }: { number: number; columns: number },
): string[] {
  const lines = items.filter(({ practice }) => practices.includes(practice)).flatMap((item) => itemLines(item, columns))
  return lines.length === 0 ? [] : ['', style('bold', `${number} ${sectionTitles[name]}`), ...lines]
}

const styles: Readonly<Record<ItemStatus, Style>> = {
  at_risk: 'red',
  to_improve: 'yellow',
  not_known: 'dim',
  passed: 'green',
  accepted: 'dim',
}

const widest = Math.max(...Object.values(statusWords).map(({ length }) => length))

const indent = ' '.repeat(widest + 2)

function itemLines(item: ReviewItem, columns: number): string[] {
  const { practice, status, findings } = item
  const word = style(styles[status], statusWords[status].padEnd(widest))
  const shown = findings.filter(({ status: found, accepted }) => isToActOn(found) || accepted !== null)
  return [
    `${word}  ${practiceTitles[practice]}: ${visible(itemLine(item))}`,
    ...shown.flatMap((finding) =>
      findingLines(practice, finding)
        .flatMap((text) => wrapped(visible(text), columns - indent.length))
        .map((text) => indent + text),
    ),
  ]
}

function findingLines(practice: Practice, finding: ReviewFinding): string[] {
  const { line, why, advice } = reviewText(finding)
  const { accepted, seen, code } = finding
  if (accepted !== null) return [`${line}. ${acceptedText(accepted)}`]
  return [
    why,
    ...seen.map((each) => `${seenLine(each)} (${seenSource(each)}${each.at === null ? '' : `, ${utc(each.at)}`})`),
    ...(advice === undefined ? [] : [`To do: ${advice}`]),
    `Source: ${sourceLines(practice, reviewEntries[code].section).join('; ')}`,
  ]
}

function probeLines({ probes }: Review): string[] {
  const run = probes.flatMap(({ probe, last }) =>
    last === null ? [] : [`${probeTitles[probe]}: ${probeResultText(last)}`],
  )
  return run.length === 0 ? [] : ['', style('bold', 'Probes'), ...run.map(visible)]
}

function notFoundLines({ notFound }: Review): string[] {
  const lines = notFound.map((each) => visible(`${namedByPractice(each.code)}. ${acceptedText(each)}`))
  return lines.length === 0 ? [] : ['', style('bold', 'Accepted, and not found now'), ...lines]
}
