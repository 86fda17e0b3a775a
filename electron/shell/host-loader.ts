import { app, type Event } from 'electron'
import type { Notice } from '../contract/events.ts'
import { createBackupQueue } from './backup-queue.ts'
import type { Host } from './host.ts'
import type { WindowState } from './window-state.ts'
import { openWithHelp } from './open-with-help.ts'
import { backupProgram, workspaceFile } from './paths.ts'
import { startBackups } from './start-backups.ts'

export interface HostLoader {
  /** Loads it with the first call, and gives the same one ever after. */
  load: () => Promise<Host>
  startSandbox: () => void
  rememberWindow: (state: WindowState) => void
}

/** Holds back the larger part of the app until the window has its page. */
export function createHostLoader(notify: (notice: Notice) => void): HostLoader {
  let loading: Promise<Host> | null = null
  let host: Host | null = null

  async function open(): Promise<Host> {
    const { openHost } = await import('./host.ts')
    const backUp = createBackupQueue(backupProgram(), workspaceFile())
    const opened = await openWithHelp(() => openHost(backUp, notify))
    const endBackups = startBackups(backUp, notify)
    app.on('will-quit', (event) => leave(event, opened))
    app.on('quit', endBackups)
    host = opened
    return opened
  }

  function load(): Promise<Host> {
    if (loading === null) {
      loading = open()
      loading.catch(() => app.quit())
    }
    return loading
  }

  return {
    load,
    startSandbox: () => {
      load().then(
        ({ sandbox }) => sandbox.start(),
        () => {},
      )
    },
    rememberWindow: (state) => host?.rememberWindow(state),
  }
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
