import { useCallback, useRef } from 'react'
import type { Row } from '../../../electron/picture/picture.ts'
import { useGrowth } from './use-growth.ts'

/** The phases of the request under way, each with its part of the length, as the arrow has them. */
export function GrowingBar({ growth }: { growth: NonNullable<Row['growth']> }) {
  const bar = useRef<HTMLDivElement>(null)
  useGrowth(
    growth,
    useCallback((drawn: number) => bar.current?.style.setProperty('transform', `scaleX(${drawn})`), []),
  )
  return (
    <div className="flow-bar" aria-hidden>
      <div ref={bar} className="flow-bar-drawn" />
      {growth.ticks.map((tick) => (
        <span key={tick} className="flow-bar-tick" style={{ left: `${tick * 100}%` }} />
      ))}
    </div>
  )
}
