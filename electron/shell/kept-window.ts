import { app, type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron'
import { eventChannel } from '../contract/call-names.ts'
import type { Notice } from '../contract/events.ts'

/** The app's one window. On macOS it may be closed while the app goes on, and opened again. */
export interface KeptWindow {
  /** Brings it to the front, or opens it. */
  show: () => void
  notify: (notice: Notice) => void
  /** Whether a message comes from the window's own page: its top frame, at exactly this origin. */
  sent: (event: IpcMainInvokeEvent | IpcMainEvent) => boolean
}

export function keepWindow(origin: string, open: () => BrowserWindow): KeptWindow {
  let window: BrowserWindow | null = null

  function show(): void {
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
    show,
    notify: (notice) => window?.webContents.send(eventChannel, notice),
    sent: ({ sender, senderFrame }) =>
      sender === window?.webContents &&
      senderFrame !== null &&
      senderFrame.parent === null &&
      senderFrame.origin === origin,
  }
}
