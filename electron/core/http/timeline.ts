import type { Sent, Timings } from '../../contract/exchange.ts'
import type { Connecting } from './connect.ts'

/** Moments of one exchange on the monotonic clock, in ms; null until they come. */
export class Timeline {
  readonly begun = performance.now()
  /** The connection is there, the request is written, the answer's headers are read. */
  ready: number | null = null
  sent: number | null = null
  answered: number | null = null

  /** Zero until the connection is there. */
  get sinceReady(): number {
    return this.ready === null ? 0 : performance.now() - this.ready
  }

  /**
   * How much of the request was written to the connection. One without a body is written where it was answered: a quick
   * answer can be read before Node says that the request is written.
   */
  written(hasBody: boolean): Sent {
    if (this.ready === null) return 'no'
    return this.sent !== null || (this.answered !== null && !hasBody) ? 'yes' : 'partly'
  }

  /** Times until now. `connecting` is null when the connection was reused. */
  timings(connecting: Connecting | null): Timings {
    const end = performance.now()
    // A server may answer before it has read the whole request.
    const sent = this.sent ?? this.answered
    return {
      dns: connecting?.durations.dns ?? null,
      connect: connecting?.durations.connect ?? null,
      proxy: connecting?.durations.proxy ?? null,
      tls: connecting?.durations.tls ?? null,
      send: this.ready === null ? null : Math.max(0, Math.min(sent ?? end, this.answered ?? end) - this.ready),
      wait: sent === null ? null : Math.max(0, (this.answered ?? end) - sent),
      download: this.answered === null ? null : end - this.answered,
      total: end - this.begun,
    }
  }
}
