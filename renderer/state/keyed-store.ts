import { notifyManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

/** Values that the window keeps in memory, by key. */
export interface KeyedStore<Value> {
  get: (key: string) => Value | null
  /** Null takes the value away. */
  set: (key: string, value: Value | null) => void
  subscribe: (listener: () => void) => () => void
}

/** Its listeners are notified together with those of queries, so that what changes in one batch is drawn once. */
export function createKeyedStore<Value>(): KeyedStore<Value> {
  const values = new Map<string, Value>()
  const listeners = new Set<() => void>()
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => {
      if (value === null) values.delete(key)
      else values.set(key, value)
      notifyManager.batch(() => {
        for (const listener of listeners) notifyManager.schedule(listener)
      })
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const useKeyed = <Value>({ get, subscribe }: KeyedStore<Value>, key: string): Value | null =>
  useSyncExternalStore(subscribe, () => get(key))
