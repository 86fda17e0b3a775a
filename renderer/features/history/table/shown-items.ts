import type { Item } from './layout.ts'

/** With the row that the keys are at, which may be out of sight, in the order of the page. */
export function withActive(items: readonly Item[], active: Item | null): readonly Item[] {
  if (active === null || items.some(({ at }) => at === active.at)) return items
  return [...items, active].toSorted((one, other) => one.at - other.at)
}

/** The places of the rows among them: the first, and the one after the last. */
export function rowsIn(items: readonly Item[]): [from: number, to: number] {
  const places = items.flatMap((item) => (item.kind === 'row' ? [item.place] : []))
  return [places[0] ?? 0, (places.at(-1) ?? -1) + 1]
}
