import { nearestRank } from '../../common/nearest-rank.ts'

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
