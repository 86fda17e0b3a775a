import { useId, useState } from 'react'
import type { Activity } from '../../../electron/contract/activity.ts'
import { count } from '../../ui/count.ts'
import { causeText } from './cause-text.ts'

/** As many as have room beside the other chart. */
const shownAtFirst = 4

/** What failures were of: bars with their values, which are a table. */
export function FailuresByCause({ activity }: { activity: Activity }) {
  const { causes, failures, tokenRequests, calls } = activity
  const [isAll, setAll] = useState(false)
  const id = useId()
  const greatest = Math.max(1, causes[0]?.count ?? 0)
  const rest = causes.length - shownAtFirst
  return (
    <section className="activity-part" aria-labelledby={id}>
      <div className="activity-head">
        <h2 id={id}>Failures by cause</h2>
        <div className="activity-note">
          {failures.toLocaleString('en')} of {(tokenRequests + calls).toLocaleString('en')}
        </div>
      </div>
      {causes.length === 0 ? (
        <p className="activity-none">Nothing failed.</p>
      ) : (
        <table className="activity-causes" aria-labelledby={id}>
          <tbody>
            {causes.slice(0, isAll ? undefined : shownAtFirst).map(({ cause, count: times }, index) => {
              const words = causeText(cause)
              return (
                <tr key={index}>
                  <th scope="row">{words}</th>
                  <td aria-hidden>
                    <div className="activity-bar" style={{ width: `${(times / greatest) * 100}%` }} />
                  </td>
                  <td>{times.toLocaleString('en')}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      <div className="activity-foot">
        {count(tokenRequests, 'token request')}, {count(calls, 'call')}
        {rest > 0 && !isAll ? (
          <button type="button" className="link-button" onClick={() => setAll(true)}>
            Show {rest} more
          </button>
        ) : null}
      </div>
    </section>
  )
}
