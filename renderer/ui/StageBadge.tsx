import type { Stage } from '../../electron/contract/environment.ts'
import './stage.css'

/** A stage by shape, colour and word; production alone is a tag, because what is done there counts. */
export function StageBadge({ stage }: { stage: Stage }) {
  return (
    <span className="stage" data-stage={stage}>
      <StageShape stage={stage} />
      <span className="stage-word">{stage}</span>
    </span>
  )
}

/** The shape alone, where the word is beside it or does not matter. */
export function StageShape({ stage }: { stage: Stage }) {
  return <span className="stage-shape" data-stage={stage} aria-hidden />
}
