import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import type { Activity, ActivityStep } from '../../../electron/contract/activity.ts'
import { roved } from '../../ui/roving.ts'
import { spanText } from './calendar-text.ts'
import { placeOf } from './latency-lines.ts'
import { stepFigures, stepSpoken } from './step-text.ts'

interface Props {
  activity: Activity
  chosen: ActivityStep | null
  onChoose: (step: ActivityStep) => void
}

/** Keys of a slider, as those of a list. */
const keys: Readonly<Record<string, string>> = {
  ArrowLeft: 'ArrowUp',
  ArrowRight: 'ArrowDown',
  ArrowUp: 'ArrowDown',
  ArrowDown: 'ArrowUp',
}

/** Over the plot: the step that is pointed at has its figures beside it, a click or the arrow keys choose one. */
export function StepPointer({ activity, chosen, onChoose }: Props) {
  const { steps, from, to } = activity
  const [hovered, setHovered] = useState<number | null>(null)
  const [isFocused, setFocused] = useState(false)
  const chosenAt = steps.findIndex(({ startsAt }) => startsAt === chosen?.startsAt)
  const shown = steps[hovered ?? (isFocused ? chosenAt : -1)]
  const current = steps[chosenAt] ?? steps.at(-1)
  const stepUnder = ({ clientX, currentTarget }: PointerEvent<HTMLElement>): number => {
    const { left, width } = currentTarget.getBoundingClientRect()
    const at = from + ((clientX - left) / Math.max(1, width)) * (to - from)
    return steps.findIndex(({ startsAt, endsAt }) => at >= startsAt && at < endsAt)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const start = chosenAt < 0 ? steps.length - 1 : chosenAt
    const next = roved(keys[event.key] ?? event.key, start, steps.length)
    const step = next === null ? undefined : steps[next]
    if (step === undefined) return
    event.preventDefault()
    setHovered(null)
    onChoose(step)
  }
  return (
    <>
      {chosen === null ? null : <Band step={chosen} span={activity} kind="chosen" />}
      {shown === undefined ? null : <Band step={shown} span={activity} kind="shown" />}
      <div
        className="latency-pointer"
        role="slider"
        tabIndex={0}
        aria-label="Step of the chart"
        aria-valuemin={1}
        aria-valuemax={steps.length}
        aria-valuenow={chosenAt < 0 ? steps.length : chosenAt + 1}
        aria-valuetext={current === undefined ? '' : stepSpoken(current)}
        onKeyDown={onKeyDown}
        onFocus={({ currentTarget }) => setFocused(currentTarget.matches(':focus-visible'))}
        onBlur={() => setFocused(false)}
        onPointerMove={(event) => setHovered(stepUnder(event))}
        onPointerLeave={() => setHovered(null)}
        onPointerUp={(event) => {
          const step = steps[stepUnder(event)]
          if (step !== undefined) onChoose(step)
        }}
      />
      {shown === undefined ? null : <Figures step={shown} span={activity} />}
    </>
  )
}

interface OfStep {
  step: ActivityStep
  span: { from: number; to: number }
}

function Band({ step, span, kind }: OfStep & { kind: 'chosen' | 'shown' }) {
  const left = placeOf(step.startsAt, span)
  const width = placeOf(step.endsAt, span) - left
  return <div className="latency-band" data-kind={kind} style={{ left: `${left * 100}%`, width: `${width * 100}%` }} />
}

function Figures({ step, span }: OfStep) {
  const { latency, counts } = stepFigures(step)
  const place = placeOf((step.startsAt + step.endsAt) / 2, span)
  return (
    // What is spoken is the value of the slider.
    <div
      className="latency-figures"
      aria-hidden
      data-side={place > 0.5 ? 'left' : 'right'}
      style={{ left: `${place * 100}%` }}
    >
      <b>{spanText(step)}</b>
      <span>{latency}</span>
      <span>{counts}</span>
    </div>
  )
}
