import { visible } from '../../../electron/common/visible.ts'
import type { AcceptedFinding } from '../../../electron/contract/accepted-finding.ts'
import { namedByPractice } from '../../../electron/wording/review/accepted.ts'
import { AcceptedNote } from './AcceptedNote.tsx'

/** What is accepted and was not found this time; nothing where there is none. */
export function NotFound({ environmentId, accepted }: { environmentId: string; accepted: readonly AcceptedFinding[] }) {
  if (accepted.length === 0) return null
  return (
    <section className="review-not-found" aria-labelledby="review-not-found">
      <h2 id="review-not-found">Accepted, and not found this time</h2>
      <ul>
        {accepted.map((each) => (
          <li key={each.code}>
            <span className="anywhere">{visible(namedByPractice(each.code))}</span>
            <AcceptedNote environmentId={environmentId} accepted={each} of={each.code} />
          </li>
        ))}
      </ul>
    </section>
  )
}
