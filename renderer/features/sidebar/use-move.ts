import { useMoveEnvironment } from '../../queries/environments.ts'
import type { Place } from '../../ui/place.ts'
import { useMovedFocus } from '../../ui/use-moved-focus.ts'
import { focusRow } from './focus-row.ts'

/** Moves one of the list; its row keeps the focus. */
export function useMove(): (id: string, place: Place | null) => void {
  const { mutate } = useMoveEnvironment()
  const note = useMovedFocus(focusRow)
  return (id, place) => {
    if (place === null) return
    note(id)
    mutate({ environmentId: id, ...place })
  }
}
