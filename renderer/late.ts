import { useEffect, useSyncExternalStore } from 'react'
import type { Warning } from '../electron/contract/events.ts'
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

/** Opens the search; what is asked for before it is there opens once it is. */
export async function openSearch(): Promise<void> {
  await loadLateParts()
  if (state.kind === 'there') state.parts.openSearch()
}

/** Shows a warning; one that comes before notices can be shown, once they can. */
export async function warn(warning: Warning): Promise<void> {
  await loadLateParts()
  if (state.kind === 'there') state.parts.warn(warning)
}

/** What the first picture does not show; null until it is loaded, which this begins. @throws what kept it from being loaded */
export function useLateParts(): LateParts | null {
  useEffect(() => void loadLateParts(), [])
  return useAwaitedParts()
}

/** The same for what is in the first picture's place later: it is loaded once that picture is there. @throws as `useLateParts` */
export function useAwaitedParts(): LateParts | null {
  const now = useSyncExternalStore(subscribe, () => state)
  if (now.kind === 'failed') throw now.error
  return now.kind === 'there' ? now.parts : null
}

/** The same for what adds to what is shown already: null as well when it could not be loaded. */
export function useLoadedParts(): LateParts | null {
  const now = useSyncExternalStore(subscribe, () => state)
  return now.kind === 'there' ? now.parts : null
}
