import { oneOf } from '../../../electron/common/one-of.ts'
import { stages } from '../../../electron/vocabulary/stages.ts'
import { StageShape } from '../../ui/StageBadge.tsx'

/** A stage as a shape and a word; what a file calls it may be anything. */
export function StageMark({ stage }: { stage: string }) {
  const known = oneOf(stages, stage) ?? 'other'
  return (
    <span className="stage-mark">
      <StageShape stage={known} />
      <span className="stage-word">{known}</span>
    </span>
  )
}
