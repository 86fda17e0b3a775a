import type { FlowProgress } from '../contract/flow.ts'
import type { Phase } from '../contract/exchange.ts'
import type { Row } from './picture.ts'

/** Where each phase begins and ends on an arrow. The handshake with a proxy is within connecting; sending takes no length. */
const parts: Readonly<Record<Phase, readonly [begin: number, end: number]>> = {
  dns: [0, 0.06],
  connect: [0.06, 0.14],
  proxy: [0.14, 0.18],
  tls: [0.18, 0.34],
  send: [0.34, 0.34],
  wait: [0.34, 0.84],
  download: [0.84, 1],
}

/** Before the last byte the arrow ends here at most, so that it does not reach the lane. */
const last = 0.98

/** How far the arrow of the request under way is drawn: a fixed part of it for each phase, however long that takes. */
export function growthOf({ phase, elapsed }: Pick<FlowProgress, 'phase' | 'elapsed'>): NonNullable<Row['growth']> {
  const [share, limit] = parts[phase]
  const isDirect = !elapsed.some((over) => over.phase === 'proxy')
  const ends = elapsed.map((over) => parts[over.phase === 'connect' && isDirect ? 'proxy' : over.phase][1])
  const ticks = [...new Set(ends)].filter((end) => end <= share).toSorted((one, other) => one - other)
  return { share, limit: Math.min(limit, last), ticks }
}
