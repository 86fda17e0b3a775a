import { navigate, replaceRoute, useRoute } from '../../route.ts'
import { type HistoryPlace, placeOf, queryOf } from './history-place.ts'

export interface Placed {
  /** The exchange that is open; null for none. */
  id: string | null
  place: HistoryPlace
  /** Goes elsewhere in the history, with a step to come back to. */
  go: (to: Partial<Where>) => void
  /** The same without: where each letter or row would be a step. */
  replace: (to: Partial<Where>) => void
}

interface Where extends HistoryPlace {
  id: string | null
}

/** Where a person is in the history, as the address has it. */
export function usePlace(): Placed {
  const route = useRoute()
  const { id = null, query = '' } = route.kind === 'history' ? { id: route.id, query: route.query } : {}
  const place = placeOf(query)
  const routeTo = (to: Partial<Where>) => {
    const { id: chosen, ...changed } = { id, ...place, ...to }
    return { kind: 'history' as const, ...(chosen !== null && { id: chosen }), query: queryOf(changed) }
  }
  return {
    id,
    place,
    go: (to) => navigate(routeTo(to)),
    replace: (to) => replaceRoute(routeTo(to)),
  }
}
