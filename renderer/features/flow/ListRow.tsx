import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { rowIcons } from './icons.ts'
import { StateMark } from './StateMark.tsx'
import type { StepItemProps } from './step-item-props.ts'
import { StepEnd } from './StepEnd.tsx'
import { StepText } from './StepText.tsx'

/** A step as a line of a list: state, number, direction, label and facts, and how long it took. */
export function ListRow({ row, lanes, isUnfolded, since, onFold, onWayOut }: StepItemProps) {
  const { number, icon, from, to, state } = row
  const place = (lane: string) => lanes.findIndex(({ id }) => id === lane)
  const Direction = icon === null ? (place(from) < place(to) ? IconArrowRight : IconArrowLeft) : rowIcons[icon]
  return (
    <>
      <StateMark state={state} />
      <span className="flow-item-number">{number}</span>
      <Direction className="flow-icon" size={14} stroke={1.6} aria-hidden />
      <span className="flow-item-text">
        <StepText row={row} isUnfolded={isUnfolded} onFold={onFold} />
      </span>
      <StepEnd row={row} since={since} onWayOut={onWayOut} />
    </>
  )
}
