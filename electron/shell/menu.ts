import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Notice } from '../contract/events.ts'
import { whichFlow } from '../wording/flow/which-flow.ts'

type Item = MenuItemConstructorOptions
type Command = Extract<Notice, { kind: 'command' }>['command']

/** Electron makes a menu of its own before the app is ready, which would be replaced at once. */
export const withoutDefaultMenu = (): void => Menu.setApplicationMenu(null)

/** The platform's usual menu, with the app's own commands, which the window carries out. */
export function setMenu(notify: (notice: Notice) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(notify, process.platform === 'darwin', app.isPackaged)))
}

function menuTemplate(notify: (notice: Notice) => void, isMac: boolean, isPackaged: boolean): Item[] {
  const separator: Item = { type: 'separator' }
  const item = (label: string, accelerator: string, command: Command): Item => ({
    label,
    accelerator,
    click: () => notify({ kind: 'command', command }),
  })
  const settings = item('Settings', 'CmdOrCtrl+,', 'settings')
  const help: Item = { label: whichFlow.title, click: () => notify({ kind: 'command', command: 'which_flow' }) }
  const ofMac: Item[] = [
    { role: 'about' },
    separator,
    settings,
    separator,
    { role: 'services' },
    separator,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    separator,
    { role: 'quit' },
  ]
  const ofDevelopers: Item[] = [{ role: 'reload' }, { role: 'toggleDevTools' }, separator]
  const zoom: Item[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    // Without Shift, where + is on the key of =.
    { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true },
    { role: 'zoomOut' },
  ]
  return [
    ...(isMac ? [{ label: app.name, submenu: ofMac }] : []),
    {
      label: 'File',
      submenu: [
        item('New environment', 'CmdOrCtrl+N', 'new_environment'),
        separator,
        item('Import…', 'CmdOrCtrl+O', 'import'),
        item('Export…', 'CmdOrCtrl+Shift+E', 'export'),
        separator,
        ...(isMac ? [{ role: 'close' } as const] : [settings, separator, { role: 'quit' } as const]),
      ],
    },
    { role: 'editMenu' },
    {
      label: 'View',
      submenu: [
        item('Search', 'CmdOrCtrl+K', 'search'),
        separator,
        ...(isPackaged ? [] : ofDevelopers),
        ...zoom,
        separator,
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [help, ...(isMac ? [] : [separator, { role: 'about' } as const])] },
  ]
}
