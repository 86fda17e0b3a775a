import type { Row } from '../../../electron/picture/picture.ts'
import { Arrow } from './Arrow.tsx'
import { rowIcons } from './icons.ts'
import type { StepItemProps } from './step-item-props.ts'
import { StepEnd } from './StepEnd.tsx'
import { StepText } from './StepText.tsx'
import { textPlace } from './text-place.ts'

const height = 56

/** A step as an arrow between the lanes. */
export function DiagramRow({ row, places, lanes, isUnfolded, since, onFold, onWayOut }: StepItemProps) {
  if (places === null) return null
  return (
    <>
      <svg className="flow-drawing" width={places.width} height={height} aria-hidden>
        <path className="flow-life" d={lanes.map(({ id }) => `M${places.x(id)} 0V${height}`).join('')} />
        <Arrow row={row} places={places} />
      </svg>
      <Gutter row={row} />
      <span className="flow-text" style={textPlace(row, places)} data-side={row.from === row.to || undefined}>
        <StepText row={row} isUnfolded={isUnfolded} onFold={onFold} />
      </span>
      <StepEnd row={row} since={since} onWayOut={onWayOut} />
    </>
  )
}

/** The number of the step, or what it is beside the numbered ones. */
export function Gutter({ row: { number, icon } }: { row: Pick<Row, 'number' | 'icon'> }) {
  if (number !== null) return <span className="flow-number">{number}</span>
  if (icon === null) return <span className="flow-number" data-none />
  const Icon = rowIcons[icon]
  return <Icon className="flow-icon" size={16} stroke={1.6} aria-hidden />
}
