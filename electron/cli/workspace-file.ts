import { homedir, platform } from 'node:os'
import { join } from 'node:path'

/** Where the app keeps its workspace, as Electron has it: `userData` of an app of this name. */
export function workspaceFile(): string {
  return join(applicationData(), 'Client Credentials Explorer', 'workspace', 'workspace.sqlite')
}

function applicationData(): string {
  switch (platform()) {
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support')
    case 'win32':
      return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
    default:
      return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
  }
}
