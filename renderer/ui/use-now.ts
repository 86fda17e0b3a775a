import { useEffect, useState, useSyncExternalStore } from 'react'

const watchers = new Set<(now: number) => void>()
let ticking: ReturnType<typeof setInterval> | undefined

/** The time in milliseconds since 1970, once a second, at the same moment for all who ask. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => watch(setNow), [])
  return now
}

const minute = 60_000

/** The minute that it is, for what need not be drawn every second. */
export function useMinute(): number {
  return useSyncExternalStore(watch, () => Math.floor(Date.now() / minute) * minute)
}

function watch(watcher: (now: number) => void): () => void {
  watchers.add(watcher)
  ticking ??= setInterval(tick, 1000)
  return () => {
    watchers.delete(watcher)
    if (watchers.size > 0) return
    clearInterval(ticking)
    ticking = undefined
  }
}

function tick(): void {
  const now = Date.now()
  for (const watcher of watchers) watcher(now)
}
