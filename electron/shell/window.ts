import { app, BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron'
import { minimumSize, placeWindow } from './window-place.ts'
import type { WindowState } from './window-state.ts'
import { uiEntry } from './ui-scheme.ts'

/** Opens the window hidden and shows it with its first picture, so that nothing flashes. */
export function openWindow(preload: string, state: WindowState | null): BrowserWindow {
  const workAreas = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow({
    ...placeWindow(state?.bounds ?? null, workAreas),
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    show: false,
    backgroundColor: backgroundColor(),
    title: app.getName(),
    webPreferences: webPreferences(preload),
  })
  if (state?.maximized === true) window.maximize()
  const repaint = (): void => window.setBackgroundColor(backgroundColor())
  nativeTheme.on('updated', repaint)
  window.once('closed', () => nativeTheme.off('updated', repaint))
  // The level belongs to the page, and is only taken once there is one.
  window.webContents.once('dom-ready', () => window.webContents.setZoomLevel(state?.zoom ?? 0))
  window.once('ready-to-show', () => window.show())
  void window.loadURL(uiEntry)
  return window
}

export function windowState(window: BrowserWindow): WindowState {
  return { bounds: window.getNormalBounds(), maximized: window.isMaximized(), zoom: window.webContents.getZoomLevel() }
}

/** The page's own background in each theme. */
function backgroundColor(): string {
  return nativeTheme.shouldUseDarkColors ? '#242424' : '#ffffff'
}

/** Also those that are the default: this is the list to check. */
function webPreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    plugins: false,
    spellcheck: false,
    devTools: !app.isPackaged,
  }
}
