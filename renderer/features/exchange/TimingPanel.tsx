import { Stack, Text } from '@mantine/core'
import type { Exchange, Timings } from '../../../electron/contract/exchange.ts'
import { milliseconds } from '../../ui/format.ts'

const phases: readonly (readonly [Exclude<keyof Timings, 'total'>, string])[] = [
  ['dns', 'DNS'],
  ['connect', 'Connect'],
  ['tls', 'TLS'],
  ['send', 'Sent'],
  ['wait', 'Waiting'],
  ['download', 'Download'],
]

/** The phases one after the other, as bars on one scale. */
export function TimingPanel({ exchange: { timings, connection } }: { exchange: Exchange }) {
  const bars = phases.map(([phase, label], index) => {
    const before = phases.slice(0, index).reduce((sum, [earlier]) => sum + (timings[earlier] ?? 0), 0)
    return { label, ms: timings[phase], before }
  })
  const scale = 100 / Math.max(timings.total, 0.001)
  return (
    <Stack gap={8}>
      <table className="facts">
        <colgroup>
          <col style={{ width: 78 }} />
          <col />
          <col style={{ width: 72 }} />
        </colgroup>
        <tbody>
          {bars.map(({ label, ms, before }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td style={{ position: 'relative' }}>
                {ms === null ? null : (
                  <span
                    className="bar"
                    style={{
                      left: `${Math.min(98, before * scale)}%`,
                      width: `${Math.max(1, Math.min(100, ms * scale))}%`,
                      top: 10,
                    }}
                  />
                )}
              </td>
              <td style={{ textAlign: 'right' }}>{ms === null ? '–' : milliseconds(ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {connection === null ? null : (
        <Text size="xs" c="dimmed">
          {connection.reused ? 'Reused connection' : 'New connection'} · {connection.localAddress}:
          {connection.localPort} → {connection.remoteAddress}:{connection.remotePort}
        </Text>
      )}
    </Stack>
  )
}
