import type { Ports } from './ports.ts'

type Clocks = Pick<Ports, 'now' | 'uptime'>

/** A point in time by both clocks: one that can be set, and one that only goes on. */
export interface Moment {
  now: number
  uptime: number
}

export const momentOf = ({ now, uptime }: Clocks): Moment => ({ now: now(), uptime: uptime() })

/**
 * Milliseconds since a moment, by the clock that went further: a clock that was set back makes nothing last longer, and
 * neither does one that stops while the computer sleeps.
 */
export function elapsedSince(moment: Moment, { now, uptime }: Clocks): number {
  return Math.max(now() - moment.now, uptime() - moment.uptime)
}
