import { Checkbox } from '@mantine/core'
import { visible } from '../../../electron/common/visible.ts'
import type { PlannedRequest, ProbeState } from '../../../electron/contract/review.ts'
import { isOnlyByName } from '../../../electron/vocabulary/review.ts'
import {
  noProbeWords,
  plannedText,
  probeResultText,
  probeTitles,
  requestsText,
} from '../../../electron/wording/review/probes.ts'
import { clockTime } from '../../ui/format.ts'

interface Props {
  state: ProbeState
  isChosen: boolean
  onToggle: () => void
}

/** A probe with the requests that it sends, or why it cannot be sent. */
export function ProbeChoice({ state: { probe, plan, last }, isChosen, onToggle }: Props) {
  const requests = plan.kind === 'requests' ? plan.requests : []
  return (
    <li>
      <div className="review-choice">
        <Checkbox
          size="xs"
          label={probeTitles[probe]}
          checked={isChosen}
          disabled={plan.kind !== 'requests'}
          onChange={onToggle}
        />
        <span>{plan.kind === 'requests' ? requestsText(plan.requests) : noProbeWords[plan.why]}</span>
      </div>
      {isOnlyByName(probe) ? <p className="review-hint">May look like an attack to the server.</p> : null}
      {last === null ? null : (
        <p className="review-hint">
          {probeResultText(last)}, {clockTime(last.at)}
        </p>
      )}
      {isChosen ? (
        <ul className="review-requests">
          {requests.map((request, index) => (
            // Two may be alike.
            <li key={`${request.step} ${index}`}>
              <Planned planned={request} />
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}

/** `Request a token: POST https://…/token, with client credentials`. */
function Planned({ planned }: { planned: PlannedRequest }) {
  const { before, request, after } = plannedText(planned)
  return (
    <>
      {before}
      <span className="mono">{visible(request)}</span>
      {after}
    </>
  )
}
