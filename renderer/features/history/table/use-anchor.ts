import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { HistorySearch } from '../../../../electron/contract/history.ts'
import { newSince } from '../new-since.ts'
import { itemsBetween, type Layout, rowAt } from './layout.ts'

/** Keeps the rows in sight where they are when new ones come above them; at the top the new ones come into sight. */
export function useAnchor(scroller: RefObject<HTMLElement | null>, search: HistorySearch, layout: Layout): void {
  const before = useRef({ search, layout })
  useLayoutEffect(() => {
    const { search: earlier, layout: places } = before.current
    before.current = { search, layout }
    const element = scroller.current
    if (element === null || element.scrollTop <= 0 || earlier === search) return
    element.scrollBy(0, movedBy(places, layout, element.scrollTop, newSince(earlier, search)))
  }, [scroller, search, layout])
}

/** Pixels by which the first row below `top` is lower once `arrived` rows came above it. */
export function movedBy(before: Layout, now: Layout, top: number, arrived: number): number {
  if (arrived === 0) return 0
  const first = itemsBetween(before, top, top + 100).find((item) => item.kind === 'row')
  const moved = first === undefined ? null : rowAt(now, first.place + arrived)
  return first === undefined || moved === null ? 0 : moved.top - first.top
}
