import { lstat } from 'node:fs/promises'
import path from 'node:path'
import { isNetworkShare, readFileAtMost } from '../read-file.ts'

/** A working copy of Git: its top folder, where its index is, and where what its worktrees share is. */
export interface WorkingCopy {
  root: string
  indexFolder: string
  sharedFolder: string
}

const mostLevels = 100

/** The innermost working copy that a folder is in; null for none. */
export async function workingCopyAround(
  folder: string,
  platform: NodeJS.Platform = process.platform,
): Promise<WorkingCopy | null> {
  let root = folder
  for (let level = 0; level < mostLevels; level += 1) {
    const found = await workingCopyAt(root, platform)
    if (found !== null) return found
    const above = path.dirname(root)
    if (above === root) return null
    root = above
  }
  return null
}

/**
 * `.git` is a folder, or, of a worktree or a submodule, a file that names one: which may be anybody's, so that none on a network
 * share is looked at. @see gitrepository-layout(5)
 */
async function workingCopyAt(root: string, platform: NodeJS.Platform): Promise<WorkingCopy | null> {
  const place = path.join(root, '.git')
  const stats = await lstat(place).catch(() => null)
  if (stats === null) return null
  if (!stats.isFile()) return { root, indexFolder: place, sharedFolder: place }
  const named = /^gitdir: (.+)$/m.exec((await smallText(place)) ?? '')?.[1]
  if (named === undefined || isNetworkShare(named.trim(), platform)) return null
  const indexFolder = path.resolve(root, named.trim())
  const shared = (await smallText(path.join(indexFolder, 'commondir')))?.trim() ?? ''
  return { root, indexFolder, sharedFolder: path.resolve(indexFolder, shared) }
}

const small = 1 << 20

/** Null where it cannot be read. */
export async function smallText(file: string): Promise<string | null> {
  const read = await readFileAtMost(file, small)
  return read.ok ? read.value.toString('utf8') : null
}
