import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { FoldMark } from './FoldMark.tsx'
import { rowIcons } from './icons.ts'
import { StateMark } from './StateMark.tsx'
import type { StepItemProps } from './step-item-props.ts'
import { StepResult } from './StepResult.tsx'
import { WayOutLink } from './WayOutLink.tsx'

/** A step as a line of a list: state, number, direction, label and facts, and how long it took. */
export function ListRow({ row, lanes, isUnfolded, since, onFold, onWayOut }: StepItemProps) {
  const { number, icon, from, to, label, facts, isBytes, state, change, wayOut } = row
  const place = (lane: string) => lanes.findIndex(({ id }) => id === lane)
  const Direction = icon === null ? (place(from) < place(to) ? IconArrowRight : IconArrowLeft) : rowIcons[icon]
  return (
    <>
      <StateMark state={state} />
      <span className="flow-item-number">{number}</span>
      <Direction className="flow-icon" size={14} stroke={1.6} aria-hidden />
      <span className="flow-item-text">
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
