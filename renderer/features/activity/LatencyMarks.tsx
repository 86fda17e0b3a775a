import type { Drift } from '../../../electron/contract/drift.ts'
import { marksOf } from './marks.ts'

/** Where something changed. Its words are on the side where there is room. */
export function LatencyMarks({ drift, span }: { drift: readonly Drift[]; span: { from: number; to: number } }) {
  return (
    <div aria-hidden>
      {marksOf(drift, span).map(({ place, label, title, isExpected }) => (
        <div
          key={place}
          className="latency-mark"
          data-expected={isExpected || undefined}
          data-side={place < 0.3 ? 'right' : 'left'}
          style={{ left: `${place * 100}%` }}
          title={title}
        >
          {label === '' ? null : <span>{label}</span>}
        </div>
      ))}
    </div>
  )
}
