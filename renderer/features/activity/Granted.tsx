import { useId, useState } from 'react'
import { visible } from '../../../electron/common/visible.ts'
import type { Activity } from '../../../electron/contract/activity.ts'
import { onlyWatch } from './column-text.ts'

const shownAtFirst = 4

/** For how long tokens were issued, and with what. */
export function Granted({ activity }: { activity: Activity }) {
  const isOfWatch = activity.tokensIssued > 0 && activity.lifetimes.length === 0
  const lifetimes = activity.lifetimes.map(({ seconds, count }) => ({
    name: seconds === null ? 'Not known' : `${seconds} s`,
    count,
  }))
  const scopes = activity.scopes.map(({ scope, count }) => ({ name: visible(scope), count }))
  return (
    <div className="activity-pair">
      <Counted
        title="Lifetimes"
        rows={lifetimes}
        none={isOfWatch ? onlyWatch : 'No token was issued.'}
        isBytes={false}
      />
      <Counted title="Scopes granted" rows={scopes} none={isOfWatch ? onlyWatch : 'No answer named a scope.'} isBytes />
    </div>
  )
}

interface CountedProps {
  title: string
  rows: readonly { name: string; count: number }[]
  none: string
  /** The names are as they went over the wire. */
  isBytes: boolean
}

function Counted({ title, rows, none, isBytes }: CountedProps) {
  const [isAll, setAll] = useState(false)
  const id = useId()
  const rest = rows.length - shownAtFirst
  return (
    <section className="activity-part" aria-labelledby={id}>
      <div className="activity-head">
        <h2 id={id}>{title}</h2>
        <div className="activity-note">Tokens</div>
      </div>
      {rows.length === 0 ? (
        <p className="activity-none">{none}</p>
      ) : (
        <table className="activity-counted" aria-labelledby={id}>
          <tbody>
            {rows.slice(0, isAll ? undefined : shownAtFirst).map(({ name, count }) => (
              <tr key={name}>
                <th scope="row" className={isBytes ? 'mono ellipsis' : 'ellipsis'} title={name}>
                  {name}
                </th>
                <td>{count.toLocaleString('en')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rest > 0 && !isAll ? (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          Show {rest} more
        </button>
      ) : null}
    </section>
  )
}
