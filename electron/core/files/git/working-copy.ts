import type { Stats } from 'node:fs'
import { access, lstat, readlink } from 'node:fs/promises'
import path from 'node:path'
import { isNetworkShare, readFileAtMost } from '../read-file.ts'

/** A working copy of Git: its top folder, where its index is, and where what its worktrees share is. */
export interface WorkingCopy {
  root: string
  indexFolder: string
  sharedFolder: string
}

const mostLevels = 100

/**
 * The innermost working copy that a folder is in; null for none. What Git takes for none counts where no other is around it.
 * @see gitrepository-layout(5)
 */
export async function workingCopyAround(
  folder: string,
  platform: NodeJS.Platform = process.platform,
): Promise<WorkingCopy | null> {
  let [root, damaged]: [string, WorkingCopy | null] = [folder, null]
  for (let level = 0; level < mostLevels; level += 1) {
    const found = await workingCopyAt(root, platform)
    if (found !== null && (await isWhole(found))) return found
    damaged ??= found
    const above = path.dirname(root)
    if (above === root) break
    root = above
  }
  return damaged
}

/** Git goes on to the folder above where these are not there. */
async function isWhole({ indexFolder, sharedFolder }: WorkingCopy): Promise<boolean> {
  const parts = [path.join(indexFolder, 'HEAD'), path.join(sharedFolder, 'objects'), path.join(sharedFolder, 'refs')]
  const found = await Promise.all(parts.map((part) => access(part).then(...whether)))
  return found.every(Boolean)
}

const whether = [() => true, () => false] as const

/**
 * `.git` is a folder, or, of a worktree or a submodule, a file that names one: which may be anybody's, so that none on a network
 * share is looked at. @see gitrepository-layout(5)
 */
async function workingCopyAt(root: string, platform: NodeJS.Platform): Promise<WorkingCopy | null> {
  const place = path.join(root, '.git')
  const stats = await lstat(place).catch(() => null)
  if (stats === null || (await isLinkToShare(place, stats, platform))) return null
  if (!stats.isFile()) return { root, indexFolder: place, sharedFolder: place }
  const named = /^gitdir: (.+)$/m.exec((await smallText(place)) ?? '')?.[1]
  if (named === undefined || isNetworkShare(named.trim(), platform)) return null
  const indexFolder = path.resolve(root, named.trim())
  const shared = (await smallText(path.join(indexFolder, 'commondir')))?.trim() ?? ''
  return { root, indexFolder, sharedFolder: path.resolve(indexFolder, shared) }
}

async function isLinkToShare(place: string, stats: Stats, platform: NodeJS.Platform): Promise<boolean> {
  return stats.isSymbolicLink() && isNetworkShare(await readlink(place).catch(() => ''), platform)
}

const small = 1 << 20

/** Null where it cannot be read. */
export async function smallText(file: string): Promise<string | null> {
  const read = await readFileAtMost(file, small)
  return read.ok ? read.value.toString('utf8') : null
}
