import { app, type Event } from 'electron'
import { createBackupQueue } from './backup-queue.ts'
import { type Host, openHost } from './host.ts'
import type { KeptWindow } from './kept-window.ts'
import { openWithHelp } from './open-with-help.ts'
import { backupProgram, workspaceFile } from './paths.ts'
import { startBackups } from './start-backups.ts'

/** Opens the host, with the person's help where the workspace fails, and everything that ends with it. @throws what failed, when they quit */
export async function startHost(window: Pick<KeptWindow, 'notify' | 'show'>): Promise<Host> {
  const backUp = createBackupQueue(backupProgram(), workspaceFile())
  const host = await openWithHelp((restored) => openHost(backUp, window, restored))
  const endBackups = startBackups(backUp, window.notify)
  app.on('will-quit', (event) => leave(event, host))
  app.on('quit', endBackups)
  return host
}

/** A secret on the clipboard does not outlast the app; taking it off needs a moment, and then the app quits again. */
function leave(event: Event, { clipboard, close }: Host): void {
  if (clipboard.holdsSecret()) {
    event.preventDefault()
    // While Electron still asks whether to quit, another `quit` is not heard.
    void clipboard.forget().finally(() => setImmediate(() => app.quit()))
  } else {
    close()
  }
}
