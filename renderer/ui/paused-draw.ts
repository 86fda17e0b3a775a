import { startTransition, useEffect, useReducer, useState } from 'react'

/** Draws a component again after what happened outside of its state: at once, or once typing pauses. */
export interface PausedDraw {
  now: () => void
  /** After a pause, and in slices that let keys through. */
  soon: () => void
  /** Now, if it was to be soon. */
  settle: () => void
  /** Whether what is drawn is older than what is typed. */
  isBehind: () => boolean
  subscribe: (listener: () => void) => () => void
}

const pause = 250

export function usePausedDraw(): PausedDraw {
  const [, draw] = useReducer((count: number) => count + 1, 0)
  const [{ drawn, stop, ...paused }] = useState(() => pausedDraw(draw))
  useEffect(drawn)
  useEffect(() => stop, [stop])
  return paused
}

function pausedDraw(draw: () => void) {
  let timer: ReturnType<typeof setTimeout> | null = null
  let behind = false
  const listeners = new Set<() => void>()
  const stop = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  const setBehind = (next: boolean) => {
    if (behind === next) return
    behind = next
    for (const listener of listeners) listener()
  }
  const now = () => {
    stop()
    draw()
  }
  return {
    now,
    soon: () => {
      stop()
      setBehind(true)
      timer = setTimeout(() => {
        timer = null
        startTransition(draw)
      }, pause)
    },
    settle: () => {
      if (timer !== null) now()
    },
    /** To be called whenever the component was drawn. */
    drawn: () => {
      if (timer === null) setBehind(false)
    },
    stop,
    isBehind: () => behind,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
