/**
 * The value that `share` of all are at or below: exact, one of the values, none between two of them. Null of no values.
 * @param sorted ascending
 * @param share above 0, at most 1
 * @see https://en.wikipedia.org/wiki/Percentile#The_nearest-rank_method
 */
export function nearestRank(sorted: ArrayLike<number>, share: number): number | null {
  return sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? null
}

/** The same of values in any order, for the half of them; 0 of none. */
export const median = (values: readonly number[]): number =>
  nearestRank(
    values.toSorted((one, other) => one - other),
    0.5,
  ) ?? 0
