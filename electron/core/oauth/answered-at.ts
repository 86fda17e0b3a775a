import type { Transcript } from '../http/transcript.ts'
import { headerOf } from './response-body.ts'

/** When an answer came, in milliseconds since 1970. */
export interface AnsweredAt {
  /** By the clock of this computer. */
  here: number
  /** By the server's clock, as its Date field says, to the second; null when it does not say. */
  there: number | null
}

export function answeredAt({ startedAt, timings, response }: Transcript): AnsweredAt {
  const there = Date.parse((response === null ? null : headerOf(response, 'date')) ?? '')
  return { here: Math.round(startedAt + timings.total), there: Number.isNaN(there) ? null : there }
}
