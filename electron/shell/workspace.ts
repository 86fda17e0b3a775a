import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { dialog } from 'electron'
import { toWorkspaceFault } from '../core/workspace/to-workspace-fault.ts'
import { lostLogText } from '../wording/workspace-fault.ts'
import { openWorkspace, type Workspace } from '../core/workspace/workspace.ts'

/**
 * Opens the workspace in a folder that nobody else can look into.
 * @throws WorkspaceFault, and the file is then as it was
 */
export function openPrivateWorkspace(file: string): Workspace {
  makePrivate(dirname(file), file)
  const workspace = openWorkspace(file)
  if (workspace.repair !== null) {
    const { rows, keptAs } = workspace.repair
    void dialog.showMessageBox({
      type: 'warning',
      message: rows === 1 ? 'One entry of the workspace could not be read.' : `${rows} entries could not be read.`,
      detail:
        `What could be read of them in ${file} is there, with “(repaired)” after the name of an environment. ` +
        `As they were, they are kept in ${keptAs}. Look through them before you use them; their secrets are untouched.`,
      buttons: ['OK'],
    })
  }
  if (workspace.lostLog !== null) {
    void dialog.showMessageBox({
      type: 'warning',
      message: 'Some of the last changes could not be read.',
      detail: `${lostLogText(workspace.lostLog)} Look through what you changed last, and enter again what is missing.`,
      buttons: ['OK'],
    })
  }
  return workspace
}

function makePrivate(folder: string, file: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
  } catch (error) {
    throw toWorkspaceFault(error, file)
  }
}
