import type { Row } from '../../../electron/picture/picture.ts'
import { Arrow } from './Arrow.tsx'
import { FoldMark } from './FoldMark.tsx'
import { rowIcons } from './icons.ts'
import type { StepItemProps } from './step-item-props.ts'
import { StepResult } from './StepResult.tsx'
import { textPlace } from './text-place.ts'
import { WayOutLink } from './WayOutLink.tsx'

const height = 56

/** A step as an arrow between the lanes. */
export function DiagramRow({ row, places, lanes, isUnfolded, since, onFold, onWayOut }: StepItemProps) {
  if (places === null) return null
  const { label, facts, isBytes, change, wayOut } = row
  return (
    <>
      <svg className="flow-drawing" width={places.width} height={height} aria-hidden>
        <path className="flow-life" d={lanes.map(({ id }) => `M${places.x(id)} 0V${height}`).join('')} />
        <Arrow row={row} places={places} />
      </svg>
      <Gutter row={row} />
      <span className="flow-text" style={textPlace(row, places)} data-side={row.from === row.to || undefined}>
        <span className={isBytes ? 'flow-label mono' : 'flow-label'}>
          <FoldMark row={row} isUnfolded={isUnfolded} onFold={onFold} />
          <bdi className="ellipsis" title={label}>
            {label}
          </bdi>
        </span>
        <bdi className="flow-facts ellipsis" title={facts}>
          {facts}
        </bdi>
      </span>
      <span className="flow-end">
        {wayOut === null ? <StepResult row={row} since={since} /> : <WayOutLink wayOut={wayOut} onWayOut={onWayOut} />}
        {change === '' ? null : (
          <bdi className="flow-change" title={change}>
            {change}
          </bdi>
        )}
      </span>
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
