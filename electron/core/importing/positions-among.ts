/**
 * Positions for items in their new order, of which some have one already, so that as many as can be keep theirs. Whole numbers;
 * `last` is the one that all follow where none is kept. Takes n log n.
 */
export function positionsAmong(known: readonly (number | null)[], last: number): number[] {
  const kept = longestRise(known.map((position, index) => (position === null ? null : position - index)))
  const [first] = kept
  // Ahead of the first that is kept, the count goes down from it.
  let offset = first === undefined ? last + 1 : (known[first] ?? 0) - first
  const isKept = new Set(kept)
  return known.map((position, index) => {
    if (position !== null && isKept.has(index)) offset = position - index
    return offset + index
  })
}

/** Places of the longest part of a list that never falls, in their order. */
function longestRise(values: readonly (number | null)[]): number[] {
  /** By length less one: where the part of that length ends that ends lowest. */
  const ends: number[] = []
  const before = new Map<number, number>()
  for (const [index, value] of values.entries()) {
    if (value === null) continue
    let [from, to] = [0, ends.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((values[ends[middle] ?? 0] ?? 0) <= value) from = middle + 1
      else to = middle
    }
    const previous = ends[from - 1]
    if (previous !== undefined) before.set(index, previous)
    ends[from] = index
  }
  const rise: number[] = []
  for (let at = ends.at(-1); at !== undefined; at = before.get(at)) rise.push(at)
  return rise.toReversed()
}
