import { useSyncExternalStore } from 'react'

/** How a listener is notified. */
export type Notify = (listener: () => void) => void

/** Values that the window keeps in memory, by key. */
export interface KeyedStore<Value> {
  get: (key: string) => Value | null
  /** Null takes the value away. Listeners are notified at once, as a field that is typed in needs it, or by `notify`. */
  set: (key: string, value: Value | null, notify?: Notify) => void
  subscribe: (listener: () => void) => () => void
}

const atOnce: Notify = (listener) => listener()

export function createKeyedStore<Value>(): KeyedStore<Value> {
  const values = new Map<string, Value>()
  const listeners = new Set<() => void>()
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value, notify = atOnce) => {
      if (value === null) values.delete(key)
      else values.set(key, value)
      for (const listener of listeners) notify(listener)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const useKeyed = <Value>({ get, subscribe }: KeyedStore<Value>, key: string): Value | null =>
  useSyncExternalStore(
    subscribe,
    () => get(key),
    () => get(key),
  )
