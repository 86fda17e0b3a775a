import { practiceSections } from '../../../catalogue/review-practices.ts'
import { placeOf } from '../../../catalogue/review.ts'
import { utc } from '../../../common/utc.ts'
import type { ReviewFinding, ReviewItem } from '../../../contract/review.ts'
import { isToActOn, type Practice } from '../../../vocabulary/review.ts'
import { type Block, factsOf, type Section, sectionOf } from '../../evidence/document.ts'
import { madeSection } from '../../evidence/sections.ts'
import { itemLine, reviewText } from '../../review.ts'
import { reviewPlaceText } from '../places.ts'
import { practiceTitles, sectionTitles } from '../practices.ts'
import { probesRunText } from '../probes.ts'
import { statusWords } from '../status.ts'
import { reviewSummary } from '../summary.ts'
import { acceptedSections } from './accepted.ts'
import { findingBlocks } from './finding-blocks.ts'
import { probeSection } from './probe-section.ts'
import type { ReviewSubject } from './subject.ts'

export const reviewTitle = 'Review of best practices'

/** The whole list, or what there is to act on in it, before secrets are looked for. */
export function reviewSections(subject: ReviewSubject, { isOnlyOpen }: { isOnlyOpen: boolean }): Section[] {
  const { items } = subject.review
  const open = items.filter(({ status }) => isToActOn(status))
  return [
    ...shortSection(subject),
    ...listSections(isOnlyOpen ? open : items),
    ...sectionOf('What to act on', open.flatMap(itemBlocks)),
    ...(isOnlyOpen ? [] : notKnownSection(items)),
    ...acceptedSections(subject.review),
    ...(isOnlyOpen ? [] : probeSection(subject.review)),
    ...madeSection(subject),
  ]
}

function shortSection({ review, environment }: ReviewSubject): Section[] {
  const { title, rest } = reviewSummary(review.items)
  return sectionOf('In short', [
    factsOf([
      ['Verdict', title],
      ['Others', rest === '' ? null : rest],
      ['Environment', environment.name],
      ['Stage', environment.stage],
      ['Client ID', environment.client_id],
      ['Token endpoint', environment.token_endpoint],
      ['Checked', utc(review.checkedAt)],
      ['Newest token', review.tokenAt === null ? 'none was issued with these settings' : utc(review.tokenAt)],
      ['Probes', probesRunText(review.probes)],
    ]),
  ])
}

/** The practices in their order, under the headings and in the words of the best practices. */
function listSections(items: readonly ReviewItem[]): Section[] {
  return practiceSections.flatMap(({ name, practices }, index) => {
    const rows = items
      .filter(({ practice }) => practices.includes(practice))
      .map((item) => [statusWords[item.status], practiceTitles[item.practice], itemLine(item)])
    const table: Block = { kind: 'table', head: ['Status', 'Practice', 'What was found'], rows }
    return sectionOf(`${index + 1}. ${sectionTitles[name]}`, [table])
  })
}

function itemBlocks({ practice, findings }: ReviewItem): Block[] {
  return findings
    .filter(({ status, accepted }) => isToActOn(status) && accepted === null)
    .flatMap((finding) => headed(practice, finding))
}

function headed(practice: Practice, finding: ReviewFinding): Block[] {
  const heading: Block = { kind: 'heading', text: `${statusWords[finding.status]}: ${practiceTitles[practice]}` }
  return [heading, ...findingBlocks(practice, finding, 'with_place')]
}

function notKnownSection(items: readonly ReviewItem[]): Section[] {
  const rows = items
    .filter(({ status }) => status === 'not_known')
    .flatMap(({ practice, findings: [first] }) => {
      if (first === undefined) return []
      const { why, advice = '' } = reviewText(first)
      return [[practiceTitles[practice], why, advice, advice === '' ? '' : reviewPlaceText(placeOf(first))]]
    })
  const head = ['Practice', 'Why', 'What to do', 'Where in the app']
  return sectionOf('Not known', [{ kind: 'table', head, rows }])
}
