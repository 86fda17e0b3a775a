import { stageSchema } from '../../../electron/contract/environment.ts'
import { stageColor } from '../../ui/StageBadge.tsx'

/** A stage as a dot and a word; what a file calls it may be anything. */
export function StageMark({ stage }: { stage: string }) {
  const known = stageSchema.safeParse(stage).data ?? 'other'
  return (
    <span className="stage-mark">
      <span aria-hidden style={{ background: stageColor(known) }} />
      {known}
    </span>
  )
}
