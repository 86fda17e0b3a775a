import { useCallback, useState } from 'react'
import type { HistorySearch } from '../../../../electron/contract/history.ts'
import { newSince } from '../new-since.ts'
import type { Found } from '../use-found.ts'

/** The place that the keys are at among what a search found: it moves on when new exchanges come above it. */
interface Active {
  place: number
  search: HistorySearch
}

/** Where the keys are among `count` rows, and how to lead them elsewhere; at first at the exchange that is open. */
export function useActive({ search }: Found, count: number, openId: string | null): [number, (place: number) => void] {
  const [active, setActive] = useState<Active>(() => ({
    place: Math.max(
      0,
      search.rows.findIndex(({ id }) => id === openId),
    ),
    search,
  }))
  const place = active.place + newSince(active.search, search)
  const lead = useCallback((next: number) => setActive({ place: next, search }), [search])
  return [Math.max(0, Math.min(count - 1, place)), lead]
}
