/** What is known of requests of the same kind that this environment sent before. Times are milliseconds since 1970. */
export interface EarlierFacts {
  /** When the last one of them went well; null where none is known. */
  workedAt: number | null
  /** What differs since then in what was sent: names of parameters, `url`, `authentication`, `secret`. */
  changed: readonly string[]
  /** How many were sent in the last minute, this one included. */
  inLastMinute: number
  /** How many were refused one after the other, this one included. */
  refusedInARow: number
  /** True when the one before was refused too, and sent the same client with the other encoding of a Basic header. */
  triedOtherEncoding: boolean
  /** When the same client got a token by the same method; null where none is known, and for token requests. */
  credentialsWorkedAt: number | null
}
