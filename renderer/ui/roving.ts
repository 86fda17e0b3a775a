/** The place that a key leads to from `index` in a list of `count`; null for a key that leads nowhere. */
export function roved(key: string, index: number, count: number): number | null {
  if (count === 0) return null
  const step = steps[key]
  if (step !== undefined) return Math.min(count - 1, Math.max(0, index + step))
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }

/** Which item the Tab key comes to: where the person was, else what is shown, else the first. */
export function stopOf(ids: readonly string[], preferred: readonly (string | null)[]): string | null {
  return preferred.find((id) => id !== null && ids.includes(id)) ?? ids[0] ?? null
}
