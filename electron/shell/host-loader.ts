import { app } from 'electron'
import type { Host } from './host.ts'
import type { KeptWindow } from './kept-window.ts'
import type { WindowState } from './window-state.ts'

export interface HostLoader {
  /** Loads it with the first call, and gives the same one ever after. */
  load: () => Promise<Host>
  startSandbox: () => void
  rememberWindow: (state: WindowState) => void
}

/** Holds back the larger part of the app until the window has its page. */
export function createHostLoader(window: Pick<KeptWindow, 'notify' | 'show'>): HostLoader {
  let loading: Promise<Host> | null = null
  let host: Host | null = null

  async function open(): Promise<Host> {
    const { startHost } = await import('./start-host.ts')
    host = await startHost(window)
    return host
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
