import { useLayoutEffect, useRef } from 'react'
import { useMoveEnvironment } from '../../queries/environments.ts'
import { focusRow } from './focus-row.ts'
import type { Place } from '../../ui/place.ts'

/** Moves one of the list; its row has the focus again where the page took it away by moving the row. */
export function useMove(): (id: string, place: Place | null) => void {
  const { mutate } = useMoveEnvironment()
  const moved = useRef<string | null>(null)
  useLayoutEffect(() => {
    if (moved.current === null || document.activeElement !== document.body) return
    focusRow(moved.current)
    moved.current = null
  })
  return (id, place) => {
    if (place === null) return
    moved.current = id
    mutate({ environmentId: id, ...place })
  }
}
