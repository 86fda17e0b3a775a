import { app, type BrowserWindow, type Session, type WebContents } from 'electron'
import { isUiEntry, uiEntry } from './ui-scheme.ts'

/** No page of this app goes anywhere, opens anything or embeds anything; it may only load itself again. */
export function forbidNavigation(): void {
  app.on('web-contents-created', (_event, contents) => confine(contents))
}

function confine(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isUiEntry(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isUiEntry(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // The CSP does not govern WebRTC: without this, a page can still gather a candidate and send UDP.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** Chromium asks nobody before it goes to `about:blank`, so the window is brought back from there. */
export function returnFromElsewhere({ webContents }: BrowserWindow): void {
  webContents.on('did-navigate', (_event, url) => {
    if (!isUiEntry(url)) void webContents.loadURL(uiEntry)
  })
}

export function forbidDownloads(session: Session): void {
  session.on('will-download', (event) => event.preventDefault())
}
