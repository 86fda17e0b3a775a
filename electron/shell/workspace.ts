import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { openWorkspace, type Workspace } from '../core/workspace/workspace.ts'
import { ToldFailure } from './fault.ts'

/** Opens the workspace in a folder that nobody else can look into. A failure names the file and leaves it as it is. */
export function openPrivateWorkspace(file: string): Workspace {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    chmodSync(dirname(file), 0o700)
    return openWorkspace(file)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ToldFailure(
      `The workspace ${file} could not be opened, and was left as it is.\n\n${reason}\n\n` +
        'Check that its folder can be written to and that the disk is not full, then start the app again.',
    )
  }
}
