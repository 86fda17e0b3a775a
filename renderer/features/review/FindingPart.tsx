import { visible } from '../../../electron/common/visible.ts'
import { placeOf } from '../../../electron/catalogue/review.ts'
import type { ReviewFinding } from '../../../electron/contract/review.ts'
import { reviewText } from '../../../electron/wording/review.ts'
import { AcceptedNote } from './AcceptedNote.tsx'
import { PlaceLink } from './PlaceLink.tsx'
import { SeenLine } from './SeenLine.tsx'
import { StatusMark } from './StatusMark.tsx'

interface Props {
  environmentId: string
  finding: ReviewFinding
  /** Whether its status is said here, because the practice has several findings. */
  hasStatus: boolean
}

/** What one check found: the fact, what follows from it, what shows it, and what to do. */
export function FindingPart({ environmentId, finding, hasStatus }: Props) {
  const { status, seen, accepted } = finding
  const { line, why, advice } = reviewText(finding)
  return (
    <section className="review-finding" aria-label={line}>
      <p className="review-fact anywhere">
        {hasStatus ? <StatusMark status={accepted === null ? status : 'accepted'} /> : null}
        <span>{visible(line)}</span>
      </p>
      <p className="anywhere">{visible(why)}</p>
      {accepted === null ? null : <AcceptedNote environmentId={environmentId} accepted={accepted} of={line} />}
      {seen.length === 0 ? null : (
        <>
          <h3>Evidence</h3>
          <ul className="review-seen">
            {seen.map((each, index) => (
              <SeenLine key={index} seen={each} status={status} />
            ))}
          </ul>
        </>
      )}
      {advice === undefined ? null : (
        <>
          <h3>What to do</h3>
          <p className="anywhere">{visible(advice)}</p>
        </>
      )}
      <p className="review-place">
        <PlaceLink environmentId={environmentId} place={placeOf(finding)} />
      </p>
    </section>
  )
}
