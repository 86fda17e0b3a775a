import type { QueryClient } from '@tanstack/react-query'

type Refreshed = 'tokens' | 'exchanges' | 'driftCounts' | 'activity' | 'watches'

/** Milliseconds within which the answer comes that a notice runs ahead of, and is painted. */
const pause = 40

const wanted = new Set<Refreshed>()

/** Asks again for what changed, once what came with the change is painted; many changes in a row are one question. */
export function refreshSoon(client: QueryClient, ...what: readonly Refreshed[]): void {
  if (wanted.size === 0) setTimeout(() => refresh(client), pause)
  for (const name of what) wanted.add(name)
}

function refresh(client: QueryClient): void {
  for (const what of wanted) void client.invalidateQueries({ queryKey: [what] })
  wanted.clear()
}
