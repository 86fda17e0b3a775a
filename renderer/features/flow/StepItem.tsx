import { memo } from 'react'
import { DiagramRow } from './DiagramRow.tsx'
import { ListRow } from './ListRow.tsx'
import { spokenStep } from './spoken-step.ts'
import type { StepItemProps } from './step-item-props.ts'

/** One step of the flow, in a drawing or in a list: the same item, with the same words, for everybody. */
export const StepItem = memo(function StepItem(props: StepItemProps) {
  const { row, parent, isUnfolded, position, count, lanes, places, isSelected } = props
  const Content = places === null ? ListRow : DiagramRow
  return (
    <li
      role="treeitem"
      className={places === null ? 'flow-item' : 'flow-row'}
      data-id={row.id}
      data-state={row.state}
      data-folded={parent !== null || undefined}
      aria-label={spokenStep(row, lanes)}
      aria-level={parent === null ? 1 : 2}
      aria-posinset={position}
      aria-setsize={count}
      aria-selected={isSelected}
      aria-expanded={isUnfolded ?? undefined}
      tabIndex={isSelected ? 0 : -1}
    >
      <Content {...props} />
    </li>
  )
}, isSame)

/** A step is drawn again when anything of it is another; what it does is the same. */
function isSame(one: StepItemProps, other: StepItemProps): boolean {
  return (
    one.row === other.row &&
    one.isUnfolded === other.isUnfolded &&
    one.position === other.position &&
    one.count === other.count &&
    one.lanes === other.lanes &&
    one.places === other.places &&
    one.isSelected === other.isSelected &&
    one.since === other.since
  )
}
