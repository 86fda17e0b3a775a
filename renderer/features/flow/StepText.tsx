import { FoldMark } from './FoldMark.tsx'
import type { StepItemProps } from './step-item-props.ts'

type Props = Pick<StepItemProps, 'row' | 'isUnfolded' | 'onFold'>

/** What a step is: its label, and the facts below. */
export function StepText({ row, isUnfolded, onFold }: Props) {
  const { label, facts, isBytes } = row
  return (
    <>
      <span className={isBytes ? 'flow-label mono' : 'flow-label'}>
        <FoldMark row={row} isUnfolded={isUnfolded} onFold={onFold} />
        <bdi className="ellipsis" title={label}>
          {label}
        </bdi>
      </span>
      <bdi className="flow-facts ellipsis" title={facts}>
        {facts}
      </bdi>
    </>
  )
}
