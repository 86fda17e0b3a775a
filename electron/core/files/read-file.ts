import { constants, type Stats } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { type Reading, unreadable, type Unreadable } from '../credentials/reading.ts'

/**
 * Reads a file that the person named by its path, `~/` being the home folder, without blocking: at most `most` bytes, and a larger
 * one not at all. Never waits for a pipe or device.
 */
export async function readFileAtMost(file: string, most: number): Promise<Reading<Buffer>> {
  if (isNetworkShare(file, process.platform)) return unreadable('file_on_network_share', { path: file })
  const place = absolutePath(file)
  if (place === null) return unreadable('file_path_not_absolute')
  try {
    const unfit = kindProblem(await stat(place), place, most)
    if (unfit !== null) return unfit
    // Non-blocking, for what took the file's place since it was looked at.
    const handle = await open(place, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const stats = await handle.stat()
      const changed = kindProblem(stats, place, most)
      if (changed !== null) return changed
      const bytes = await readAtMost(handle, stats.size, most)
      return bytes === null ? tooLarge(place, most) : { ok: true, value: bytes }
    } finally {
      await handle.close()
    }
  } catch (error) {
    return problemOf(error, place)
  }
}

const tooLarge = (path: string, most: number) => unreadable('file_too_large', { path, most: String(most) })

/** Windows logs in at any server that a path names, so a path that came with a shared file could give a login away. */
export const isNetworkShare = (file: string, platform: NodeJS.Platform): boolean =>
  platform === 'win32' && /^[\\/]{2}/.test(file)

/** Null for a path that is not absolute; `~/` is the home folder. */
export function absolutePath(file: string): string | null {
  if (/^~[/\\]/.test(file)) return path.join(homedir(), file.slice(2))
  return path.isAbsolute(file) ? file : null
}

function kindProblem(stats: Stats, file: string, most: number): Unreadable | null {
  if (stats.isDirectory()) return unreadable('file_is_folder', { path: file })
  if (!stats.isFile()) return unreadable('file_not_regular', { path: file })
  return stats.size > most ? tooLarge(file, most) : null
}

/** Bytes of one read; a larger one would hold up what waits. */
const atOnce = 8 << 20

/** Reads on until the end, for a file that is longer than it says (as in /proc) or still grows; null beyond `most`. */
async function readAtMost(handle: FileHandle, expected: number, most: number): Promise<Buffer | null> {
  let buffer = Buffer.allocUnsafeSlow(Math.min(expected, most) + 1)
  let filled = 0
  for (;;) {
    const { bytesRead } = await handle.read(buffer, filled, Math.min(buffer.length - filled, atOnce), null)
    filled += bytesRead
    if (filled > most) return null
    if (bytesRead === 0) return buffer.subarray(0, filled)
    if (filled === buffer.length) {
      buffer = Buffer.concat([buffer, Buffer.allocUnsafeSlow(Math.min(Math.max(filled, 4096), most + 1 - filled))])
    }
  }
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
