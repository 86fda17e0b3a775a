import { useLayoutEffect, useRef } from 'react'

/** For rows that move: the one that is noted has the focus again where the page took it away by moving the row. */
export function useMovedFocus(focusRow: (id: string) => void): (id: string) => void {
  const moved = useRef<string | null>(null)
  useLayoutEffect(() => {
    if (moved.current === null || document.activeElement !== document.body) return
    focusRow(moved.current)
    moved.current = null
  })
  return (id) => {
    moved.current = id
  }
}
