import { lstat, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { absolutePath, isNetworkShare } from './read-file.ts'

export interface FileFacts {
  /** Who may read it besides its owner, by its rights; null on a system without such rights. */
  readableBy: 'owner' | 'group' | 'everyone' | null
  /** Inside a working copy of Git. */
  isInRepository: boolean
}

/** Of a file that a person named by its path, without opening it; null where there is none that can be looked at. */
export async function fileFacts(file: string, platform: NodeJS.Platform = process.platform): Promise<FileFacts | null> {
  const place = isNetworkShare(file, platform) ? null : absolutePath(file)
  if (place === null) return null
  try {
    const stats = await stat(place)
    if (!stats.isFile()) return null
    // A link may lead into a working copy, or lie in one.
    const folders = new Set([path.dirname(place), path.dirname(await realpath(place))])
    const isInRepository = (await Promise.all([...folders].map(isInWorkingCopy))).includes(true)
    return { readableBy: platform === 'win32' ? null : readableBy(stats.mode), isInRepository }
  } catch {
    return null
  }
}

function readableBy(mode: number): FileFacts['readableBy'] {
  if ((mode & 0o004) !== 0) return 'everyone'
  return (mode & 0o040) !== 0 ? 'group' : 'owner'
}

const mostLevels = 100

/** Git's `.git` is a folder, or, of a worktree or submodule, a file. */
async function isInWorkingCopy(folder: string): Promise<boolean> {
  let at = folder
  for (let level = 0; level < mostLevels; level += 1) {
    if (await exists(path.join(at, '.git'))) return true
    const above = path.dirname(at)
    if (above === at) return false
    at = above
  }
  return false
}

const exists = (place: string): Promise<boolean> =>
  lstat(place).then(
    () => true,
    () => false,
  )
