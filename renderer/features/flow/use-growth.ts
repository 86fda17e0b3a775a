import { useReducedMotion } from '@mantine/hooks'
import { useCallback, useLayoutEffect, useRef } from 'react'
import type { Row } from '../../../electron/picture/picture.ts'
import { grown } from './grown.ts'
import { useFrame } from './use-frame.ts'

/** Draws with each frame how much is drawn of what grows, from 0 to 1. With reduced motion it goes from phase to phase at once. */
export function useGrowth({ share, limit }: NonNullable<Row['growth']>, draw: (drawn: number) => void): void {
  const isStill = useReducedMotion()
  const drawn = useRef(0)
  const phase = useRef({ share: -1, from: 0, since: 0 })
  useLayoutEffect(() => {
    if (phase.current.share !== share) phase.current = { share, from: drawn.current, since: performance.now() }
  }, [share])
  useFrame(
    useCallback(() => {
      const { from, since } = phase.current
      drawn.current = isStill ? share : grown({ share, limit }, from, performance.now() - since)
      draw(drawn.current)
    }, [share, limit, isStill, draw]),
  )
}
