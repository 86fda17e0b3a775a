import { randomUUID } from 'node:crypto'
import { homedir } from 'node:os'
import { basename } from 'node:path'
import { app, clipboard, nativeTheme, safeStorage } from 'electron'
import { utc } from '../common/utc.ts'
import { inputOf } from '../contract/input-of.ts'
import { recordDone } from '../core/audit/record.ts'
import { createApi } from '../core/api.ts'
import { readFileAtMost } from '../core/files/read-file.ts'
import { createTransport } from '../core/http/transport.ts'
import type { Backup } from '../core/workspace/recovery/backups.ts'
import type { BackupQueue } from './backup-queue.ts'
import type { Core } from './bind-api.ts'
import { createSecretClipboard, type SecretClipboard } from './clipboard.ts'
import { chooseFile, openFile, openFolder, saveFile, saveFileInParts, saveFolder } from './file-dialogs.ts'
import { keepHistoryLater } from './keep-history-later.ts'
import type { KeptWindow } from './kept-window.ts'
import { createKeyring } from './keyring.ts'
import { later } from './later.ts'
import { createNotifications } from './notifications.ts'
import { preferencesFile, sandboxFile, workspaceFile } from './paths.ts'
import { openPreferencesFile } from './preferences-file.ts'
import { createPreferences } from './preferences.ts'
import { runtimeFacts } from './runtime.ts'
import { createSandboxProcess } from './sandbox-process.ts'
import type { SandboxSupervisor } from './sandbox-supervisor.ts'
import { removeUnfinished } from './save-in-parts.ts'
import type { WindowState } from './window-state.ts'
import { systemProxy } from './system-proxy.ts'
import { openPrivateWorkspace } from './workspace.ts'

export interface Host extends Core {
  sandbox: SandboxSupervisor
  clipboard: SecretClipboard
  rememberWindow: (state: WindowState) => void
  close: () => void
}

/** Makes the ports of this host and the `Api` over them. Loaded after the window: nothing before it needs any of this. */
export function openHost(
  backUp: BackupQueue,
  { notify, show }: Pick<KeptWindow, 'notify' | 'show'>,
  restored: Backup | null,
): Host {
  const workspace = openPrivateWorkspace(workspaceFile())
  if (restored !== null) {
    const detail = { made: utc(restored.at), file: basename(restored.file) }
    recordDone({ workspace, newId: randomUUID, now: Date.now, notify }, 'backup_restored', null, detail)
  }
  const store = openPreferencesFile(preferencesFile())
  const secretClipboard = createSecretClipboard(clipboard, later)
  const sandbox = createSandboxProcess(sandboxFile(), () => notify({ kind: 'sandbox_changed' }))
  const preferences = createPreferences(store, ({ theme }) => (nativeTheme.themeSource = theme))
  const clocks = { now: Date.now, uptime: () => performance.now() }
  const endKeeping = keepHistoryLater({ ...clocks, notify, workspace })
  const api = createApi({
    ...clocks,
    newId: randomUUID,
    transport: createTransport(),
    workspace,
    backUp,
    copySecret: secretClipboard.copy,
    copyText: secretClipboard.copyText,
    systemProxy,
    chooseFile,
    readFile: readFileAtMost,
    openFile,
    openFolder,
    saveFile,
    saveInParts: saveFileInParts,
    saveFolder,
    keyring: createKeyring(safeStorage, process.platform),
    variables: process.env,
    homeFolder: homedir(),
    preferences,
    sandbox,
    notify,
    showNotification: createNotifications((environmentId) => {
      show()
      notify({ kind: 'show_activity', environmentId })
    }),
    version: app.getVersion(),
    runtime: runtimeFacts(),
  })
  return {
    inputOf,
    api,
    sandbox,
    clipboard: secretClipboard,
    rememberWindow: (state) => store.set('window', state),
    close: () => {
      sandbox.stop()
      endKeeping()
      removeUnfinished()
      workspace.close()
    },
  }
}
