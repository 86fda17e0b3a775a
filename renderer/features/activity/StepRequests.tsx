import type { Drift } from '../../../electron/contract/drift.ts'
import type { HistoryRow, HistorySearch } from '../../../electron/contract/history.ts'
import { driftMark } from '../../../electron/wording/drift/drift-clause.ts'
import { failureTitle } from '../../../electron/wording/failures.ts'
import { findingText } from '../../../electron/wording/findings.ts'
import { milliseconds } from '../../../electron/wording/milliseconds.ts'
import { hrefOf } from '../../route.ts'
import { StateIcon, type Tone } from '../../ui/StateIcon.tsx'
import { timeOfDay } from '../../ui/format.ts'
import { dateText } from './calendar-text.ts'

/** Token requests of a step, newest first, with what came of each. */
export function StepRequests({ search, drift }: { search: HistorySearch; drift: readonly Drift[] }) {
  const { rows, found } = search
  const days = new Set(rows.map(({ startedAt }) => dateText(startedAt)))
  return (
    <>
      <table className="step-requests" aria-label="Token requests">
        <tbody>
          {rows.map((row) => {
            const { tone, words } = stateOf(row, drift)
            return (
              <tr key={row.id}>
                <td>
                  <a href={hrefOf({ kind: 'history', id: row.id })}>
                    {days.size > 1 ? `${dateText(row.startedAt)} ` : ''}
                    {timeOfDay(row.startedAt)}
                  </a>
                </td>
                <th scope="row" className="ellipsis" title={words}>
                  <StateIcon tone={tone} />
                  {words}
                </th>
                <td>{milliseconds(row.totalMs)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {found > rows.length ? (
        <p className="step-hint">
          The newest {rows.length} of {found.toLocaleString('en')}. All of them are in History.
        </p>
      ) : null}
    </>
  )
}

function stateOf(row: HistoryRow, drift: readonly Drift[]): { tone: Tone; words: string } {
  const { verdict, finding, failure, status, id } = row
  const changed = drift.filter(({ exchangeId, isExpected }) => exchangeId === id && !isExpected).map(driftMark)
  if (failure === 'cancelled') return { tone: 'idle', words: 'Cancelled' }
  if (verdict === 'failed' || failure !== null || (verdict === null && (status ?? 0) >= 400)) {
    const words = finding === null ? null : findingText(finding).title
    return { tone: 'bad', words: words ?? (failure === null ? `Status ${status ?? 0}` : failureTitle(failure)) }
  }
  if (verdict === null) return { tone: 'info', words: `Status ${status ?? 0}` }
  if (changed.length > 0)
    return { tone: 'warn', words: ['Issued', ...changed.map((words) => words.toLowerCase())].join(', ') }
  return { tone: verdict === 'noted' ? 'warn' : 'good', words: 'Issued' }
}
