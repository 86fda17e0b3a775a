import { useEffect } from 'react'

/** Draws with each frame for as long as it is there. `draw` writes to the page by itself; React has no part in it. */
export function useFrame(draw: () => void): void {
  useEffect(() => {
    let frame = 0
    const next = () => {
      draw()
      frame = requestAnimationFrame(next)
    }
    next()
    return () => cancelAnimationFrame(frame)
  }, [draw])
}
