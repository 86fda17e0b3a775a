import type { QueryClient } from '@tanstack/react-query'

/**
 * Milliseconds within which the answer comes that a notice runs ahead of, and is painted. All of the history is searched again, so
 * that this is done less often.
 */
const pauses = {
  tokens: 40,
  exchanges: 40,
  driftCounts: 40,
  activity: 400,
  review: 400,
  auditEntries: 400,
  watches: 40,
  history: 400,
} as const

type Refreshed = keyof typeof pauses

const wanted = new Set<Refreshed>()

/** Asks again for what changed, once what came with the change is painted; many changes in a row are one question. */
export function refreshSoon(client: QueryClient, ...what: readonly Refreshed[]): void {
  for (const name of what) {
    if (wanted.has(name)) continue
    wanted.add(name)
    setTimeout(() => {
      wanted.delete(name)
      void client.invalidateQueries({ queryKey: [name] })
    }, pauses[name])
  }
}
