import type { StepItemProps } from './step-item-props.ts'
import { StepResult } from './StepResult.tsx'
import { WayOutLink } from './WayOutLink.tsx'

/** How a step ended, or the way to fill what it lacks, and what differs from the run that is laid over. */
export function StepEnd({ row, since, onWayOut }: Pick<StepItemProps, 'row' | 'since' | 'onWayOut'>) {
  const { change, wayOut } = row
  return (
    <span className="flow-end">
      {wayOut === null ? <StepResult row={row} since={since} /> : <WayOutLink wayOut={wayOut} onWayOut={onWayOut} />}
      {change === '' ? null : (
        <bdi className="flow-change" title={change}>
          {change}
        </bdi>
      )}
    </span>
  )
}
