import type { RepeatSample } from '../../../../electron/contract/repetition.ts'
import { median } from '../../../../electron/common/nearest-rank.ts'
import { axisEnd, repetitionSummary } from './repetition-summary.ts'
import { sampleState, type SampleState } from './sample-state.ts'

const height = 112
const top = 8
const floor = height - 20

/** Each call by when it was sent and how long it took; its state by colour and shape. The table says the same. */
export function RepetitionChart({ samples }: { samples: readonly RepeatSample[] }) {
  const end = axisEnd(samples)
  const first = samples[0]?.at ?? 0
  const span = Math.max(1, (samples.at(-1)?.at ?? first) - first)
  const heightOf = (ms: number) => floor - (Math.min(ms, end) / end) * (floor - top)
  const middle = heightOf(median(samples.map(({ totalMs }) => totalMs)))
  return (
    <svg className="repeat-chart" height={height} role="img" aria-label={repetitionSummary(samples)}>
      {[0, end / 2, end].map((ms) => (
        <g key={ms}>
          <line className="repeat-grid" x1={56} x2="100%" y1={heightOf(ms)} y2={heightOf(ms)} />
          <text x={48} y={heightOf(ms) + 4} textAnchor="end">
            {ms} ms
          </text>
        </g>
      ))}
      <line className="repeat-median" x1={56} x2="100%" y1={middle} y2={middle} />
      <svg x={64} width="100%" className="repeat-plot">
        {samples.map((sample) => (
          <svg
            key={sample.index}
            className="repeat-dot"
            data-tone={sampleState(sample)}
            // In parts of what is right of the axis.
            x={`${((sample.at - first) / span) * 84}%`}
            y={heightOf(sample.totalMs)}
          >
            <Shape state={sampleState(sample)} />
          </svg>
        ))}
      </svg>
      <text x={64} y={height - 4}>
        0 s
      </text>
      <text x="100%" y={height - 4} textAnchor="end">
        {(span / 1000).toFixed(1)} s
      </text>
    </svg>
  )
}

function Shape({ state }: { state: SampleState }) {
  switch (state) {
    case 'good':
      return <circle r={3.5} />
    case 'warn':
      return <path d="M0 -5 L5 4 L-5 4 Z" />
    case 'bad':
      return <path d="M-4 -4 L4 4 M4 -4 L-4 4" />
    case 'none':
      return <circle r={3.5} className="repeat-hollow" />
  }
}
