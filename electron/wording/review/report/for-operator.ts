import { utc } from '../../../common/utc.ts'
import type { ReviewItem } from '../../../contract/review.ts'
import { isToActOn, type Practice } from '../../../vocabulary/review.ts'
import { factsOf, type Section, sectionOf } from '../../evidence/document.ts'
import { practiceTitles } from '../practices.ts'
import { statusWords } from '../status.ts'
import { findingBlocks } from './finding-blocks.ts'
import type { ReviewSubject } from './subject.ts'

export const operatorTitle = 'OAuth client: what to improve'

/** Who reads it may not know the app that it names places of. */
const made =
  'From a review by Client Credentials Explorer. Configure and API calls are places in it, for whoever runs the client.'

/**
 * For whoever runs the server or owns the client: each finding with its evidence, what to do and who asks for it. One practice
 * as it is, or, of null, all that there is to act on, what is at risk first.
 */
export function operatorSections({ review, environment }: ReviewSubject, practice: Practice | null): Section[] {
  const items = review.items
    .filter((item) => (practice === null ? isToActOn(item.status) : item.practice === practice))
    .toSorted((one, other) => Number(other.status === 'at_risk') - Number(one.status === 'at_risk'))
  return [
    ...sectionOf('About', [
      factsOf([
        ['Client ID', environment.client_id],
        ['Token endpoint', environment.token_endpoint],
        ['Stage', environment.stage],
        ['Checked', utc(review.checkedAt)],
      ]),
      { kind: 'prose', text: made },
    ]),
    ...items.flatMap((item) => itemSections(item, practice === null)),
  ]
}

function itemSections({ practice, status, findings }: ReviewItem, isOnlyOpen: boolean): Section[] {
  const toActOn = findings.filter((finding) => isToActOn(finding.status) && finding.accepted === null)
  const shown = isOnlyOpen || toActOn.length > 0 ? toActOn : findings.slice(0, 1)
  return sectionOf(
    `${statusWords[status]}: ${practiceTitles[practice]}`,
    shown.flatMap((finding) => findingBlocks(practice, finding, 'without')),
  )
}
