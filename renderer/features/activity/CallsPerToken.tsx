import type { Activity } from '../../../electron/contract/activity.ts'
import { StateIcon, type Tone } from '../../ui/StateIcon.tsx'
import { spanText } from './calendar-text.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { columnLabel, earlyText, ratioText } from './column-text.ts'

const verdicts: Readonly<Record<Activity['caching'], { tone: Tone; words: string; icon: string }>> = {
  cached: { tone: 'good', words: 'Cached well', icon: 'Passed' },
  not_cached: { tone: 'warn', words: 'Requested too often', icon: 'Warning' },
  unknown: { tone: 'idle', words: 'Too few calls to say', icon: 'Not known' },
}

/** How many calls each token carried: whether it is used again as it should be. */
export function CallsPerToken({ activity }: { activity: Activity }) {
  const { caching, perToken, range } = activity
  const { tone, words, icon } = verdicts[caching]
  const greatest = Math.max(1, ...perToken.map(({ ratio }) => ratio ?? 0))
  return (
    <ChartFrame
      className="activity-tokens"
      title="Calls per token"
      note={
        <span className="activity-verdict" data-tone={tone}>
          <StateIcon tone={tone} word={icon} />
          {words}
        </span>
      }
      chart={
        <>
          <div className="activity-columns" aria-hidden>
            {perToken.map((column) => (
              <div key={column.startsAt} title={`${spanText(column)}: ${column.calls} calls, ${column.tokens} tokens`}>
                <span>{ratioText(column.ratio)}</span>
                <div className="activity-column" style={{ height: `${((column.ratio ?? 0) / greatest) * 100}%` }} />
              </div>
            ))}
          </div>
          <div className="activity-column-names" aria-hidden>
            {perToken.map((column) => (
              <span key={column.startsAt}>{columnLabel(range, column.startsAt)}</span>
            ))}
          </div>
          <p className="activity-foot">{earlyText(activity)}</p>
        </>
      }
      table={
        <table className="activity-rows" aria-label="Calls per token">
          <thead>
            <tr>
              <th scope="col">Time</th>
              <th scope="col">Calls</th>
              <th scope="col">Tokens</th>
              <th scope="col">Calls per token</th>
            </tr>
          </thead>
          <tbody>
            {perToken.toReversed().map((column) => (
              <tr key={column.startsAt}>
                <th scope="row">{spanText(column)}</th>
                <td>{column.calls}</td>
                <td>{column.tokens}</td>
                <td>{ratioText(column.ratio)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  )
}
