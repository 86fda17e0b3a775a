import type { Activity, ActivityStep } from '../../../electron/contract/activity.ts'
import { spanText } from './calendar-text.ts'
import { latencyText } from './step-text.ts'

/** The steps in which anything was sent, newest first. */
export function LatencyTable({ activity, onChoose }: { activity: Activity; onChoose: (step: ActivityStep) => void }) {
  const steps = activity.steps.filter(({ tokenRequests, calls }) => tokenRequests + calls > 0).toReversed()
  return (
    <table className="activity-rows" aria-label="Token request latency">
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Median</th>
          <th scope="col">p95</th>
          <th scope="col">Token requests</th>
          <th scope="col">Calls</th>
          <th scope="col">Failed</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={step.startsAt}>
            <th scope="row">
              <button type="button" className="link-button" onClick={() => onChoose(step)}>
                {spanText(step)}
              </button>
            </th>
            <td>{latencyText(step.median)}</td>
            <td>{latencyText(step.p95)}</td>
            <td>{step.tokenRequests}</td>
            <td>{step.calls}</td>
            <td>{step.failures}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
