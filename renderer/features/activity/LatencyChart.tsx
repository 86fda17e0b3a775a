import type { Activity, ActivityStep } from '../../../electron/contract/activity.ts'
import { count } from '../../ui/count.ts'
import { axisLabels } from './axis-labels.ts'
import { linesUpTo, topOf } from './chart-scale.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { lineOf, side } from './latency-lines.ts'
import { LatencyMarks } from './LatencyMarks.tsx'
import { LatencyTable } from './LatencyTable.tsx'
import { latencyText } from './step-text.ts'
import { StepPointer } from './StepPointer.tsx'
import './latency.css'

interface Props {
  activity: Activity
  chosen: ActivityStep | null
  onChoose: (step: ActivityStep) => void
}

/** How long token requests took: the median of each step, and what 95 of 100 are within. */
export function LatencyChart({ activity, chosen, onChoose }: Props) {
  const { median, p95, notIndexed } = activity
  return (
    <ChartFrame
      className="activity-latency"
      title="Token request latency"
      unit={notIndexed === 0 ? 'ms' : `ms, ${count(notIndexed, 'exchange')} not counted yet`}
      note={
        <span title="Of answered requests, by nearest rank: each figure is the duration of one of them">
          <span className="activity-key" data-line="median" aria-hidden />
          Median <b>{latencyText(median)}</b>
          <span className="activity-key" data-line="p95" aria-hidden />
          p95 <b>{latencyText(p95)}</b>
        </span>
      }
      chart={<Plot activity={activity} chosen={chosen} onChoose={onChoose} />}
      table={<LatencyTable activity={activity} onChoose={onChoose} />}
    />
  )
}

function Plot({ activity, chosen, onChoose }: Props) {
  const { steps, range, drift } = activity
  const top = topOf(Math.max(0, ...steps.map(({ median, p95 }) => p95 ?? median ?? 0)))
  const median = lineOf(steps, (step) => step.median, activity, top)
  const p95 = lineOf(steps, (step) => step.p95, activity, top)
  return (
    <div className="latency-chart">
      <div className="latency-scale" aria-hidden>
        {linesUpTo(top).map((value, index) =>
          index % 2 === 0 && activity.median !== null ? (
            <span key={value} style={{ bottom: `${(index / 4) * 100}%` }}>
              {value.toLocaleString('en')}
            </span>
          ) : null,
        )}
      </div>
      <div className="latency-plot">
        {linesUpTo(top).map((value, index) => (
          <div key={value} className="latency-line" style={{ bottom: `${(index / 4) * 100}%` }} />
        ))}
        <svg viewBox={`0 0 ${side} ${side}`} preserveAspectRatio="none" aria-hidden>
          <path className="latency-bridge" d={median.bridges} />
          <path className="latency-p95" d={p95.drawn} />
          <path className="latency-median" d={median.drawn} />
          <path className="latency-median latency-dots" d={median.dots} />
        </svg>
        <LatencyMarks drift={drift} span={activity} />
        <StepPointer activity={activity} chosen={chosen} onChoose={onChoose} />
      </div>
      <div className="latency-axis" aria-hidden>
        {axisLabels(range, steps, activity).map(({ place, text }) => (
          <span key={place} style={{ left: `${place * 100}%` }}>
            {text}
          </span>
        ))}
      </div>
    </div>
  )
}
