/** How often each value comes, most frequent first; of equally many the one that comes first. */
export function tallied<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): { value: Value; count: number }[] {
  const counts = new Map<string, { value: Value; count: number }>()
  for (const value of values) {
    const key = keyOf(value)
    const known = counts.get(key)
    if (known === undefined) counts.set(key, { value, count: 1 })
    else known.count += 1
  }
  return [...counts.values()].toSorted((one, other) => other.count - one.count)
}
