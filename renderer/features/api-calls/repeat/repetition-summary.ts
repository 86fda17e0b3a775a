import { median } from '../../../../electron/common/nearest-rank.ts'
import type { RepeatSample } from '../../../../electron/contract/repetition.ts'
import { sampleWord } from './sample-state.ts'

/** `18 × 200, 2 × 429 · 12 to 80 ms, median 20 ms`, in the order in which each came first. */
export function repetitionSummary(samples: readonly RepeatSample[]): string {
  const counts = new Map<string, number>()
  for (const sample of samples) counts.set(sampleWord(sample), (counts.get(sampleWord(sample)) ?? 0) + 1)
  const words = [...counts].map(([word, count]) => `${count} × ${word}`).join(', ')
  const times = samples.map(({ totalMs }) => Math.round(totalMs))
  const [least, most] = [Math.min(...times), Math.max(...times)]
  return samples.length === 0 ? '' : `${words} · ${least} to ${most} ms, median ${median(times)} ms`
}

/** The end of the axis: 1, 2 or 5 times a power of ten that no duration exceeds, in milliseconds. */
export function axisEnd(samples: readonly RepeatSample[]): number {
  const most = Math.max(1, ...samples.map(({ totalMs }) => totalMs))
  const power = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 5, 10].map((step) => step * power).find((end) => end >= most) ?? most
}
