import type { Workspace } from '../workspace/workspace.ts'
import type { HistoryReading } from './history-reading.ts'

/** The history of a workspace, loaded with the first question: no start needs it. */
export interface LaterHistory {
  opened: () => Promise<HistoryReading>
}

/** `onCaughtUp` hears that the index has now what an earlier answer lacked. */
export function laterHistory(
  { path, onlyConnection, onHistoryChange }: Workspace,
  onCaughtUp: () => void,
): LaterHistory {
  let opening: Promise<HistoryReading> | null = null
  const open = async (): Promise<HistoryReading> => {
    if (onlyConnection !== null) return (await import('./inline-history.ts')).inlineHistory(onlyConnection)
    const { HistoryThread } = await import('./history-thread.ts')
    return new HistoryThread(path, onCaughtUp)
  }
  // Where nobody asked anything yet, the first question looks for all that changed.
  const changed = (gone: readonly string[]): void => {
    void opening?.then((history) => history.changed(gone)).catch(() => {})
  }
  onHistoryChange({ changed: () => changed([]), gone: changed })
  return { opened: () => (opening ??= open()) }
}
