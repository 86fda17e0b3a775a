import { type RefObject, useEffect } from 'react'
import { placeInHistory } from '../../../queries/history.ts'
import type { Found } from '../use-found.ts'
import { isInSight, scrollToMiddle } from './in-sight.ts'
import { type Layout, rowAt } from './layout.ts'
import type { LedTo } from './led-to.ts'

interface Options {
  found: Found
  layout: Layout
  openId: string | null
  ledTo: LedTo
  /** Whether the table was left with this exchange open: it stays scrolled as it was. */
  wasLeftWith: (id: string) => boolean
  scroller: RefObject<HTMLElement | null>
  setActive: (place: number) => void
}

/** Leads to the row of the exchange that is open where it was opened elsewhere: by a link, by back and forward. */
export function useOpenInSight({ found, layout, openId, ledTo, wasLeftWith, scroller, setActive }: Options): void {
  const { search } = found
  useEffect(() => {
    if (openId === null) ledTo.set(null)
    if (openId === null || ledTo.is(openId)) return undefined
    const stays = wasLeftWith(openId)
    let isOver = false
    const lead = async () => {
      const listed = search.rows.findIndex(({ id }) => id === openId)
      const place = listed >= 0 ? listed : await placeInHistory(search.searchId, openId)
      const element = scroller.current
      const row = place === null ? null : rowAt(layout, place)
      // While the index is built it may come with a later search.
      if (isOver || row === null || element === null) return
      ledTo.set(openId)
      setActive(row.place)
      if (!stays && !isInSight(element, row.top)) scrollToMiddle(element, row.top)
    }
    // Where reading fails, the table says so.
    lead().catch(() => {})
    return () => {
      isOver = true
    }
  }, [search, layout, openId, ledTo, wasLeftWith, scroller, setActive])
}
