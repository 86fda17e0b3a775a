import { placeOf, reviewEntries } from '../../../catalogue/review.ts'
import { utc } from '../../../common/utc.ts'
import type { ReviewFinding, Seen } from '../../../contract/review.ts'
import type { Practice } from '../../../vocabulary/review.ts'
import { type Block, factsOf } from '../../evidence/document.ts'
import { reviewText } from '../../review.ts'
import { sentence } from '../../sentence.ts'
import { reviewPlaceText } from '../places.ts'
import { seenLine, seenSource } from '../seen.ts'
import { sourceLines } from '../sources.ts'

/** A finding for one who knows nothing of it yet: what, why it matters, what was seen, what to do, and who asks for it. */
export function findingBlocks(practice: Practice, finding: ReviewFinding, place: 'with_place' | 'without'): Block[] {
  const { line, why, advice } = reviewText(finding)
  const { section } = reviewEntries[finding.code]
  const changedIn = placeOf(finding)
  const source = sourceLines(practice, section).join('; ')
  return [
    { kind: 'prose', text: `${sentence(line)} ${why}` },
    { kind: 'table', head: ['Evidence', 'Where', 'When'], rows: finding.seen.map(seenRow) },
    { kind: 'prose', text: advice ?? '' },
    place === 'without'
      ? { kind: 'prose', text: `Source: ${source}` }
      : factsOf([
          ['Where in the app', reviewPlaceText(changedIn)],
          ['Source', source],
        ]),
  ]
}

const seenRow = (seen: Seen): string[] => [seenLine(seen), seenSource(seen), seen.at === null ? '' : utc(seen.at)]
