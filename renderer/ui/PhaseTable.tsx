import './phases.css'
import type { Exchange } from '../../electron/contract/exchange.ts'
import { milliseconds } from '../../electron/wording/milliseconds.ts'
import { phaseBars } from './phase-bars.ts'

/** How long each phase took, as bars one after the other. */
export function PhaseTable({ exchange: { timings, connection } }: { exchange: Exchange }) {
  return (
    <section className="phases" aria-label="Time of the exchange">
      <div className="phases-head">
        <h3>Timing</h3>
        <span>{milliseconds(timings.total)}</span>
      </div>
      <table aria-label="Phases">
        <tbody>
          {phaseBars(timings, connection).map(({ label, ms, start, length, absent }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                {ms === null ? null : <span className="bar" style={{ left: `${start}%`, width: `${length}%` }} />}
              </td>
              <td>{ms === null ? absent : milliseconds(ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
