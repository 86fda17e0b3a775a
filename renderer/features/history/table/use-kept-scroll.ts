import { type RefObject, useLayoutEffect } from 'react'

/** How far the table was scrolled when it went away, and of what search: back leads there again. */
let kept: { key: string; top: number } | null = null

/** Scrolls the table of a search to where it was when its page was left. Another search begins at the top. */
export function useKeptScroll(scroller: RefObject<HTMLElement | null>, key: string): void {
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    if (kept?.key === key) element.scrollTo(0, kept.top)
    return () => {
      kept = { key, top: element.scrollTop }
    }
  }, [scroller, key])
}
