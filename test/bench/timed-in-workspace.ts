import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openWorkspace, type Workspace } from '../../electron/core/workspace/workspace.ts'

/** The time of work in an empty workspace on the disk, in milliseconds, without what opens and deletes it, and what comes after. */
export async function timedInWorkspace(
  work: (workspace: Workspace) => Promise<void>,
  after: (workspace: Workspace) => Promise<void> = async () => {},
): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ccx-bench-'))
  const workspace = openWorkspace(path.join(folder, 'workspace.sqlite'))
  try {
    const started = performance.now()
    await work(workspace)
    const took = performance.now() - started
    await after(workspace)
    return took
  } finally {
    workspace.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
