import type { Connection, Timings } from '../../electron/contract/exchange.ts'

type TimedPhase = Exclude<keyof Timings, 'total'>

/** A phase as it is drawn: where its bar begins and how long it is, in percent of the whole. */
export interface PhaseBar {
  label: string
  /** Null where the phase did not happen. */
  ms: number | null
  start: number
  length: number
  /** Said where there is no time. */
  absent: string
}

const phases: readonly (readonly [TimedPhase, string])[] = [
  ['dns', 'DNS'],
  ['connect', 'Connect'],
  ['proxy', 'Proxy'],
  ['tls', 'TLS'],
  ['send', 'Send'],
  ['wait', 'Waiting'],
  ['download', 'Download'],
]
const ofConnecting: ReadonlySet<TimedPhase> = new Set<TimedPhase>(['dns', 'connect', 'proxy', 'tls'])

/** The phases one after the other on one scale; the handshake with a proxy only where there was one. */
export function phaseBars(timings: Timings, connection: Pick<Connection, 'reused'> | null): PhaseBar[] {
  const spent = phases.reduce((sum, [phase]) => sum + (timings[phase] ?? 0), 0)
  const scale = 100 / Math.max(timings.total, spent, 0.001)
  let before = 0
  const bars: PhaseBar[] = []
  for (const [phase, label] of phases) {
    const ms = timings[phase]
    if (phase === 'proxy' && ms === null) continue
    const absent = connection?.reused === true && ofConnecting.has(phase) ? 'reused' : '–'
    const start = Math.min(99, before * scale)
    bars.push({ label, ms, start, length: Math.max(1, Math.min(100 - start, (ms ?? 0) * scale)), absent })
    before += ms ?? 0
  }
  return bars
}
