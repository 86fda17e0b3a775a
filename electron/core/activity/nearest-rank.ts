/**
 * The value that `share` of all are at or below: exact, one of the values, none between two of them. Null of no values.
 * @param sorted ascending
 * @param share above 0, at most 1
 * @see https://en.wikipedia.org/wiki/Percentile#The_nearest-rank_method
 */
export function nearestRank(sorted: ArrayLike<number>, share: number): number | null {
  return sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? null
}

export interface Latency {
  /** Milliseconds; null where there is no figure. */
  median: number | null
  p95: number | null
}

/** Of durations in any order. */
export function latencyOf(durations: readonly number[]): Latency {
  const sorted = Float64Array.from(durations).toSorted()
  return { median: nearestRank(sorted, 0.5), p95: nearestRank(sorted, 0.95) }
}
