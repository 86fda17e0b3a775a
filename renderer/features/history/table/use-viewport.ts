import { type RefObject, useLayoutEffect, useState } from 'react'

interface Viewport {
  /** Pixels from the top of what is scrolled to what is seen, and its height. */
  top: number
  height: number
}

/** What is seen of something that is scrolled; `onScroll` is to be called when it is. */
export function useViewport(scroller: RefObject<HTMLElement | null>): [Viewport, onScroll: () => void] {
  const [seen, setSeen] = useState<Viewport>({ top: 0, height: 0 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => setSeen((now) => looked(element, now)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])
  return [
    seen,
    () => {
      const element = scroller.current
      if (element !== null) setSeen((now) => looked(element, now))
    },
  ]
}

function looked({ scrollTop: top, clientHeight: height }: HTMLElement, now: Viewport): Viewport {
  return now.top === top && now.height === height ? now : { top, height }
}
