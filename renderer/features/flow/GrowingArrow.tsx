import { useCallback, useRef } from 'react'
import type { Row } from '../../../electron/picture/picture.ts'
import { arrowY, type Ends } from './arrow-path.ts'
import { useGrowth } from './use-growth.ts'

interface Props {
  ends: Ends
  growth: NonNullable<Row['growth']>
}

/** The arrow of a request that is under way: it grows with the phases, each of which has its part of the length. */
export function GrowingArrow({ ends: { from, to }, growth }: Props) {
  const line = useRef<SVGPathElement>(null)
  const tip = useRef<SVGGElement>(null)
  useGrowth(
    growth,
    useCallback(
      (drawn: number) => {
        const x = from + (to - from) * drawn
        line.current?.setAttribute('d', `M${from} ${arrowY}H${x}`)
        tip.current?.setAttribute('transform', `translate(${x} ${arrowY})`)
      },
      [from, to],
    ),
  )
  return (
    <>
      <path className="flow-rest" d={`M${from} ${arrowY}H${to}`} />
      <path ref={line} className="flow-line" />
      {growth.ticks.map((tick) => (
        <path key={tick} className="flow-line" d={`M${from + (to - from) * tick} ${arrowY - 4}v8`} />
      ))}
      <g ref={tip}>
        <circle className="flow-halo" r={8} />
        <circle className="flow-dot" r={4} />
      </g>
    </>
  )
}
