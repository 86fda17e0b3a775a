import { useEffect, useSyncExternalStore } from 'react'
import type { LateParts } from './late-parts.ts'

type State = { kind: 'absent' } | { kind: 'there'; parts: LateParts } | { kind: 'failed'; error: unknown }

let state: State = { kind: 'absent' }
let loading: Promise<void> | null = null
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function become(next: State): void {
  state = next
  for (const listener of listeners) listener()
}

/** Loads what the first picture does not show, once. */
export function loadLateParts(): Promise<void> {
  loading ??= import('./late-parts.ts').then(
    ({ lateParts }) => become({ kind: 'there', parts: lateParts }),
    (error: unknown) => become({ kind: 'failed', error }),
  )
  return loading
}

/** Opens the search, once it is there. */
export function openSearch(): void {
  if (state.kind === 'there') state.parts.openSearch()
}

/** What the first picture does not show; null until it is loaded, which this begins. @throws what kept it from being loaded */
export function useLateParts(): LateParts | null {
  const parts = useLoadedParts()
  useEffect(() => void loadLateParts(), [])
  return parts
}

/** The same, for what is not shown before it is asked for: it is loaded by others, at the latest when the page is idle. */
export function useLoadedParts(): LateParts | null {
  const now = useSyncExternalStore(subscribe, () => state)
  if (now.kind === 'failed') throw now.error
  return now.kind === 'there' ? now.parts : null
}
