import { Stack } from '@mantine/core'
import type { Exchange, Timings } from '../../../electron/contract/exchange.ts'
import { milliseconds } from '../../ui/format.ts'
import { ConnectionFacts } from './ConnectionFacts.tsx'

const phases: readonly (readonly [Exclude<keyof Timings, 'total'>, string])[] = [
  ['dns', 'DNS'],
  ['connect', 'Connect'],
  ['proxy', 'Proxy'],
  ['tls', 'TLS'],
  ['send', 'Sent'],
  ['wait', 'Waiting'],
  ['download', 'Download'],
]

/** The phases one after the other, as bars on one scale, and what they went over. */
export function TimingPanel({ exchange }: { exchange: Exchange }) {
  const { timings } = exchange
  const bars = phases.map(([phase, label], index) => {
    const before = phases.slice(0, index).reduce((sum, [earlier]) => sum + (timings[earlier] ?? 0), 0)
    return { label, ms: timings[phase], before }
  })
  const whole = bars.reduce((sum, { ms }) => sum + (ms ?? 0), 0)
  const scale = 100 / Math.max(timings.total, whole, 0.001)
  return (
    <Stack gap={12}>
      <table className="facts timing" aria-label="Phases">
        <colgroup>
          <col style={{ width: 78 }} />
          <col />
          <col style={{ width: 72 }} />
        </colgroup>
        <tbody>
          {bars.map(({ label, ms, before }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                {ms === null ? null : (
                  <span
                    className="bar"
                    style={{
                      left: `${Math.min(99, before * scale)}%`,
                      width: `${Math.max(1, Math.min(100 - before * scale, ms * scale))}%`,
                      top: 10,
                    }}
                  />
                )}
              </td>
              <td style={{ textAlign: 'right' }}>{ms === null ? '–' : milliseconds(ms)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">Total</th>
            <td colSpan={2} style={{ textAlign: 'right' }}>
              {milliseconds(timings.total)}
            </td>
          </tr>
        </tbody>
      </table>
      <ConnectionFacts exchange={exchange} />
    </Stack>
  )
}
