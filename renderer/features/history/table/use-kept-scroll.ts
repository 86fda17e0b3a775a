import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react'

/** How far the table was scrolled when it went away, of what search, and with what exchange open: back leads there again. */
let kept: { key: string; top: number; openId: string | null } | null = null

/**
 * Scrolls the table of a search to where it was when its page was left. Another search begins at the top. What it gives says
 * whether the table was left with that exchange open.
 */
export function useKeptScroll(
  scroller: RefObject<HTMLElement | null>,
  key: string,
  openId: string | null,
): (id: string) => boolean {
  const left = useRef<string | null>(null)
  const open = useRef(openId)
  useLayoutEffect(() => {
    open.current = openId
  }, [openId])
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    if (kept?.key === key) {
      element.scrollTo(0, kept.top)
      left.current = kept.openId
    }
    return () => {
      kept = { key, top: element.scrollTop, openId: open.current }
    }
  }, [scroller, key])
  return useCallback((id) => left.current === id, [])
}
