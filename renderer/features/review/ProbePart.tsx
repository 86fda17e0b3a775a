import './probes.css'
import { IconCircleCheckFilled, IconCircleDashed, IconCircleXFilled, IconHelpCircle } from '@tabler/icons-react'
import type { ProbeState, Review } from '../../../electron/contract/review.ts'
import { noProbeWords, probeResultText, probeTitles, requestsText } from '../../../electron/wording/review/probes.ts'
import { capital } from '../../../electron/common/capital.ts'
import { intend } from '../../state/intents.ts'
import { possibleProbes } from './chosen-probes.ts'

/** The probes, what came of each, and how many requests they are. */
export function ProbePart({ review: { environmentId, probes } }: { review: Review }) {
  if (probes.length === 0) return null
  const requests = possibleProbes(probes).flatMap(({ plan }) => (plan.kind === 'requests' ? plan.requests : []))
  return (
    <section className="review-probes" aria-labelledby="review-probes">
      <div className="review-choice">
        <h3 id="review-probes">Probes</h3>
        <span>{requests.length === 0 ? 'None can be sent' : capital(requestsText(requests))}</span>
      </div>
      <ul>
        {probes.map((state) => (
          <li key={state.probe}>
            <ProbeLine environmentId={environmentId} state={state} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const results = {
  holds: { Icon: IconCircleCheckFilled, tone: 'good' },
  fails: { Icon: IconCircleXFilled, tone: 'bad' },
  unclear: { Icon: IconHelpCircle, tone: 'idle' },
} as const

function ProbeLine({ environmentId, state: { probe, plan, last } }: { environmentId: string; state: ProbeState }) {
  const { Icon, tone } = last === null ? { Icon: IconCircleDashed, tone: 'idle' } : results[last.result]
  const title = probeTitles[probe]
  const end =
    last === null
      ? plan.kind === 'requests'
        ? requestsText(plan.requests)
        : 'Not possible'
      : last.result === 'unclear'
        ? 'Unclear'
        : (last.evidence['status'] ?? probeResultText(last))
  const why = last === null ? (plan.kind === 'requests' ? 'Not run' : noProbeWords[plan.why]) : probeResultText(last)
  return (
    <button
      type="button"
      className="review-probe"
      disabled={plan.kind !== 'requests'}
      title={why}
      aria-label={`${title}: ${why}`}
      onClick={() => intend(environmentId, 'run_probes', [probe])}
    >
      <span className="state-icon" data-tone={tone}>
        <Icon size={14} aria-hidden />
      </span>
      <span className="ellipsis">{title}</span>
      <span>{end}</span>
    </button>
  )
}
