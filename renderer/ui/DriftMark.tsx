import { changesText } from './changes-text.ts'
import { StateIcon } from './StateIcon.tsx'

/** A triangle that says that something of an environment differs from what was usual. */
export function DriftMark({ count, hasNumber = false }: { count: number; hasNumber?: boolean }) {
  if (count === 0) return null
  return (
    <span className="drift-mark">
      <StateIcon tone="warn" word={changesText(count)} />
      {hasNumber ? <span aria-hidden>{count}</span> : null}
    </span>
  )
}
