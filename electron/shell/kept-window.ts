import { app, type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron'
import { eventChannel } from '../contract/call-names.ts'
import type { Notice } from '../contract/events.ts'
import { isUiEntry } from './ui-scheme.ts'

/** The app's one window. On macOS it may be closed while the app goes on, and opened again. */
export interface KeptWindow {
  /** Opens it for the first time. */
  start: () => void
  /** Brings it to the front, or opens it again. Nothing before `start`: what a window must not do is not forbidden yet. */
  show: () => void
  notify: (notice: Notice) => void
  /** Whether a message comes from the window's own page: its top frame, at the page's URL. `about:blank` has the origin of the page that left for it. */
  sent: (event: IpcMainInvokeEvent | IpcMainEvent) => boolean
}

export function keepWindow(open: () => BrowserWindow): KeptWindow {
  let window: BrowserWindow | null = null
  let isStarted = false

  function start(): void {
    isStarted = true
    show()
  }

  function show(): void {
    if (!isStarted) return
    if (window === null) {
      window = open()
      window.once('closed', () => (window = null))
      return
    }
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  app.on('activate', show)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  return {
    start,
    show,
    notify: (notice) => window?.webContents.send(eventChannel, notice),
    sent: ({ sender, senderFrame }) =>
      sender === window?.webContents &&
      senderFrame !== null &&
      senderFrame.parent === null &&
      isUiEntry(senderFrame.url),
  }
}
