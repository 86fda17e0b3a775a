import { useCallback } from 'react'
import { createKeyedStore, type KeyedStore, useKeyed } from './keyed-store.ts'

/** What a screen keeps in memory while the person goes elsewhere and comes back: one value, or one for each key. */
export interface Kept<Value> {
  store: KeyedStore<{ value: Value }>
  initial: Value
}

export const createKept = <Value>(initial: Value): Kept<Value> => ({ store: createKeyedStore(), initial })

export const keptValue = <Value>({ store, initial }: Kept<Value>, key = ''): Value =>
  (store.get(key) ?? { value: initial }).value

export const keep = <Value>({ store }: Kept<Value>, value: Value, key = ''): void => store.set(key, { value })

export function useKept<Value>(
  kept: Kept<Value>,
  key = '',
): [value: Value, change: (next: (now: Value) => Value) => void] {
  const { value } = useKeyed(kept.store, key) ?? { value: kept.initial }
  const change = useCallback((next: (now: Value) => Value) => keep(kept, next(keptValue(kept, key)), key), [kept, key])
  return [value, change]
}
