import { constants, type Stats } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { type Reading, unreadable, type Unreadable } from './reading.ts'

/** Keys, certificates and assertions are small; more than this is another file. */
const maxBytes = 1024 * 1024

/** Reads a file that the person named by its path; `~/` is the home folder. Never waits for a pipe or device. */
export async function readCredentialFile(file: string): Promise<Reading<Buffer>> {
  if (isNetworkShare(file, process.platform)) return unreadable('file_on_network_share', { path: file })
  const place = absolute(file)
  if (place === null) return unreadable('file_path_not_absolute')
  try {
    const unfit = kindProblem(await stat(place), place)
    if (unfit !== null) return unfit
    // Non-blocking, for what took the file's place since it was looked at.
    const handle = await open(place, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const changed = kindProblem(await handle.stat(), place)
      if (changed !== null) return changed
      const bytes = await readAtMost(handle, maxBytes + 1)
      return bytes.length > maxBytes ? tooLarge(place) : { ok: true, value: bytes }
    } finally {
      await handle.close()
    }
  } catch (error) {
    return problemOf(error, place)
  }
}

const tooLarge = (path: string) => unreadable('file_too_large', { path, most: String(maxBytes) })

/** Windows logs in at any server that a path names, so a path that came with a shared file could give a login away. */
export const isNetworkShare = (file: string, platform: NodeJS.Platform): boolean =>
  platform === 'win32' && /^[\\/]{2}/.test(file)

function absolute(file: string): string | null {
  if (/^~[/\\]/.test(file)) return path.join(homedir(), file.slice(2))
  return path.isAbsolute(file) ? file : null
}

function kindProblem(stats: Stats, file: string): Unreadable | null {
  if (stats.isDirectory()) return unreadable('file_is_folder', { path: file })
  if (!stats.isFile()) return unreadable('file_not_regular', { path: file })
  return stats.size > maxBytes ? tooLarge(file) : null
}

/** Reads on until the end, for a file whose size is not known beforehand (as in /proc). */
async function readAtMost(handle: FileHandle, limit: number): Promise<Buffer> {
  const buffer = Buffer.alloc(limit)
  let filled = 0
  while (filled < limit) {
    const { bytesRead } = await handle.read(buffer, filled, limit - filled, null)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return Buffer.from(buffer.subarray(0, filled))
}

function problemOf(thrown: unknown, file: string): Unreadable {
  const error = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown'
  switch (error) {
    case 'ENOENT':
    case 'ENOTDIR':
      return unreadable('file_missing', { path: file })
    case 'EACCES':
    case 'EPERM':
      return unreadable('file_not_permitted', { path: file })
    case 'EISDIR':
      return unreadable('file_is_folder', { path: file })
    default:
      return unreadable('file_not_readable', { path: file, error })
  }
}
