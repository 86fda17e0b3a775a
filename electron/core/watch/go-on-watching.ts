import type { WithWorkspace } from '../core-context.ts'

/** Milliseconds after the start: the first picture comes first. */
const soon = 3000

/** Has the watches of the last run go on, where there are any. */
export function goOnWatching(workspace: WithWorkspace<'watches'>['workspace'], start: () => Promise<unknown>): void {
  const begin = async (): Promise<void> => {
    try {
      if (workspace.watches.list().length > 0) await start()
    } catch {
      // The app was closed meanwhile, or the table cannot be read: then nothing is watched.
    }
  }
  setTimeout(() => void begin(), soon).unref()
}
