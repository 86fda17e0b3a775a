/** Keeps a value as the newest of at most `most`. */
export function remember<Value>(map: Map<string, Value>, id: string, value: Value, most: number): void {
  map.delete(id)
  map.set(id, value)
  const [oldest] = map.keys()
  if (map.size > most && oldest !== undefined) map.delete(oldest)
}
