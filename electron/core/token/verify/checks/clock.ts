/** The clock that times are compared with. `offset` is how far it is ahead of this computer's, null when it is this computer's. Milliseconds. */
export interface Clock {
  now: number
  offset: number | null
}

/** Seconds by which clocks may differ before a time is called wrong. */
export const clockTolerance = 60

/** Which clock it was, as evidence: empty for this computer's. */
export function clockEvidence({ offset }: Clock): { clockOffset?: string } {
  return offset === null ? {} : { clockOffset: String(Math.round(offset / 1000)) }
}
