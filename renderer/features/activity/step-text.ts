import type { ActivityStep } from '../../../electron/contract/activity.ts'
import { milliseconds } from '../../../electron/wording/milliseconds.ts'
import { count } from '../../ui/count.ts'
import { spanText } from './calendar-text.ts'

/** `92 ms`, or a dash where there is no figure. */
export const latencyText = (ms: number | null): string => (ms === null ? '–' : milliseconds(ms))

/** The figures of a step, as the chart shows them when it is pointed at. */
export function stepFigures(step: ActivityStep): { latency: string; counts: string } {
  const { median, p95, tokenRequests, failures, calls } = step
  const counts = [
    count(tokenRequests, 'token request'),
    count(calls, 'call'),
    ...(failures > 0 ? [`${failures} failed`] : []),
  ]
  return {
    latency:
      median === null ? 'No token request was answered' : `Median ${latencyText(median)}, p95 ${latencyText(p95)}`,
    counts: counts.join(', '),
  }
}

/** The same as one text, with the time: for who hears it. */
export function stepSpoken(step: ActivityStep): string {
  const { latency, counts } = stepFigures(step)
  return `${spanText(step)}: ${latency}; ${counts}`
}
