import { useEffect, useSyncExternalStore } from 'react'
import type { openEditor } from './editor.ts'

type OpenEditor = typeof openEditor

let opens: OpenEditor | null = null
let loading: Promise<void> | null = null
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Loads the editor once. Where that failed, the next text that is shown tries again. */
async function loadEditor(): Promise<void> {
  try {
    opens = (await import('./editor.ts')).openEditor
    for (const listener of listeners) listener()
  } catch {
    loading = null
  }
}

/** What opens the editor, which is loaded when the first text is shown; null until then, and where it cannot be loaded. */
export function useEditor(): OpenEditor | null {
  const loaded = useSyncExternalStore(subscribe, () => opens)
  useEffect(() => {
    loading ??= loadEditor()
  }, [])
  return loaded
}
