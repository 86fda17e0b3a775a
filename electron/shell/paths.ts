import { join } from 'node:path'
import { app } from 'electron'

const built = (name: string): string => join(app.getAppPath(), 'dist', name)
const ofProfile = (name: string): string => join(app.getPath('userData'), name)

export const uiFolder = (): string => built('ui')
export const preloadFile = (): string => built('preload.cjs')
export const sandboxFile = (): string => built('sandbox.cjs')
export const backupProgram = (): string => built('backup.cjs')
export const preferencesFile = (): string => ofProfile('preferences.json')
export const workspaceFile = (): string => ofProfile(join('workspace', 'workspace.sqlite'))
