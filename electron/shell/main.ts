import { app, ipcMain, nativeTheme, protocol, session } from 'electron'
import { askBeforeClosing } from './ask-before-closing.ts'
import { bindApi } from './bind-api.ts'
import { closeAnyway } from './close-anyway.ts'
import { closingOf } from './closing.ts'
import { reviveAfterCrash } from './crash.ts'
import { refuseDebuggingSwitches } from './debugging-switches.ts'
import { devServer, proxyUi } from './dev-server.ts'
import { createHostLoader } from './host-loader.ts'
import { keepWindow } from './kept-window.ts'
import { setMenu, withoutDefaultMenu } from './menu.ts'
import { forbidDownloads, forbidNavigation, returnFromElsewhere } from './navigation.ts'
import { forbidDictionaries, forbidNetwork, forbidPrefetchedNames } from './no-network.ts'
import { preferencesFile, preloadFile, uiFolder } from './paths.ts'
import { denyPermissions } from './permissions.ts'
import { enableProcessSandbox } from './process-sandbox.ts'
import { serveUi } from './serve-ui.ts'
import { becomeOnlyInstance } from './single-instance.ts'
import { registerUiScheme } from './ui-scheme.ts'
import { readFirstLook } from './window-state.ts'
import { openWindow, windowState } from './window.ts'

refuseDebuggingSwitches()

const host = createHostLoader({ notify: (notice) => window.notify(notice), show: () => window.show() })
const window = keepWindow(() => {
  const opened = openWindow(preloadFile(), readFirstLook(preferencesFile()).window)
  const closing = closingOf(opened)
  reviveAfterCrash(opened, closing)
  askBeforeClosing(opened.webContents, closeAnyway(opened), closing.stays)
  returnFromElsewhere(opened)
  opened.webContents.once('dom-ready', () => void host.load())
  opened.once('show', () => host.startSandbox())
  opened.on('close', () => host.rememberWindow(windowState(opened)))
  return opened
})

async function start(): Promise<void> {
  nativeTheme.themeSource = readFirstLook(preferencesFile()).theme
  const server = devServer()
  denyPermissions(session.defaultSession)
  forbidDownloads(session.defaultSession)
  const networkForbidden = forbidNetwork(session.defaultSession, server)
  protocol.handle('app', server === null ? serveUi(uiFolder()) : proxyUi(server))
  bindApi(ipcMain, window.sent, host.load)
  await networkForbidden
  window.start()
  setMenu(window.notify)
}

enableProcessSandbox()
withoutDefaultMenu()
registerUiScheme()
forbidNavigation()
forbidPrefetchedNames()
forbidDictionaries()
if (becomeOnlyInstance(window.show)) void app.whenReady().then(start)
