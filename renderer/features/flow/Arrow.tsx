import type { Row } from '../../../electron/picture/picture.ts'
import { arrowY, type Ends, endsOf, headPath, loopHead, loopPath } from './arrow-path.ts'
import { GrowingArrow } from './GrowingArrow.tsx'
import type { LanePlaces } from './lane-places.ts'

type Drawn = Pick<Row, 'from' | 'to' | 'state' | 'growth' | 'isBroken' | 'isProxied'>

/** The arrow of a row, from one lane to another or back to the same. */
export function Arrow({ row, places }: { row: Drawn; places: LanePlaces }) {
  const [from, to] = [places.x(row.from), places.x(row.to)]
  if (row.from === row.to) return <Loop x={from} />
  const ends = endsOf(from, to)
  if (row.growth !== null) return <GrowingArrow ends={ends} growth={row.growth} />
  return (
    <>
      {row.isBroken ? <Broken ends={ends} /> : <Whole ends={ends} />}
      {row.isProxied ? <circle className="flow-through" cx={places.x('proxy')} cy={arrowY} r={4} /> : null}
    </>
  )
}

function Whole({ ends: { from, to } }: { ends: Ends }) {
  const direction = Math.sign(to - from)
  return (
    <>
      <path className="flow-line" d={`M${from} ${arrowY}H${to - 9 * direction}`} />
      <path className="flow-head" d={headPath(to, arrowY, direction)} />
    </>
  )
}

/** It ended on its way: the rest is dotted, and where it ended there is a cross. */
function Broken({ ends: { from, to } }: { ends: Ends }) {
  const end = Math.round(from + (to - from) * 0.6)
  return (
    <>
      <path className="flow-line" d={`M${from} ${arrowY}H${end}`} />
      <path className="flow-cross" d={`M${end - 4} ${arrowY - 4}l8 8m0-8l-8 8`} />
      <path className="flow-rest" d={`M${end} ${arrowY}H${to}`} />
    </>
  )
}

function Loop({ x }: { x: number }) {
  return (
    <>
      <path className="flow-line" d={loopPath(x)} />
      <path className="flow-head" d={loopHead(x)} />
    </>
  )
}
