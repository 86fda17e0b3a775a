import { realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { type GitState, gitStateOf } from './git/git-state.ts'
import { absolutePath, isNetworkShare } from './read-file.ts'

export interface FileFacts {
  /**
   * Who may read it besides its owner, by its rights and those of the folders that it is in; null on a system without such
   * rights.
   */
  readableBy: 'owner' | 'group' | 'everyone' | null
  git: GitState
}

/** Of a file that a person named by its path, without opening it; null where there is none that can be looked at. */
export async function fileFacts(file: string, platform: NodeJS.Platform = process.platform): Promise<FileFacts | null> {
  const named = isNetworkShare(file, platform) ? null : absolutePath(file)
  if (named === null) return null
  try {
    // Of a link Git keeps where it leads, and the rights are those of the file.
    const place = await realpath(named)
    const stats = await stat(place)
    if (!stats.isFile()) return null
    const readableBy = platform === 'win32' ? null : await readersOf(place, stats.mode)
    return { readableBy, git: await gitStateOf(place) }
  } catch {
    return null
  }
}

async function readersOf(place: string, mode: number): Promise<FileFacts['readableBy']> {
  const folders = await Promise.all(foldersAbove(place).map(async (folder) => (await stat(folder)).mode))
  const mayEnter = (bits: number): boolean => folders.every((folder) => (folder & bits) !== 0)
  if ((mode & 0o004) !== 0 && mayEnter(0o001)) return 'everyone'
  return (mode & 0o044) !== 0 && mayEnter(0o011) ? 'group' : 'owner'
}

function foldersAbove(place: string): string[] {
  const above = path.dirname(place)
  return above === place ? [] : [above, ...foldersAbove(above)]
}
