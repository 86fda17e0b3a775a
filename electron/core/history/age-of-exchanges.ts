import type { Moment } from '../elapsed.ts'
import type { Ports } from '../ports.ts'

/**
 * How old exchanges are for sure, as a function of when they were sent: milliseconds, less than 0 of one from the future. The
 * clock alone does not make anything old: it may have been wrong when the app started, or be set while it runs. What was
 * recorded before this start is as old as the newest of it says, and what the app runs since is added.
 *
 * `start` is when the app started, `newest` when the newest exchange from before it was sent.
 */
export function ageOfExchanges(
  { now, uptime }: Pick<Ports, 'now' | 'uptime'>,
  start: Moment,
  newest: number | null,
): (sentAt: number) => number {
  return (sentAt) => {
    const running = uptime() - start.uptime
    const by = (then: number): number => Math.min(now(), then + running) - sentAt
    return by(sentAt >= start.now || newest === null ? start.now : newest)
  }
}
