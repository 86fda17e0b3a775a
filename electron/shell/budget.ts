/**
 * Counts uses within a sliding time: gives which use this is, or null when `limit` were made within `within`
 * milliseconds.
 */
export function createBudget(limit: number, within: number, now: () => number): () => number | null {
  let uses: number[] = []
  return () => {
    uses = uses.filter((use) => use > now() - within)
    if (uses.length >= limit) return null
    return uses.push(now())
  }
}
