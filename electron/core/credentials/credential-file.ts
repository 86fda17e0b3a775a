import { constants, type Stats } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import type { Reading } from './reading.ts'

/** Keys, certificates and assertions are small; more than this is another file. */
const maxBytes = 1024 * 1024

/**
 * Reads a file that the person named by its path; `~/` is the home folder. `what` begins the sentence of an error:
 * "The private key". Never waits for a pipe or device.
 */
export async function readCredentialFile(file: string, what: string): Promise<Reading<Buffer>> {
  if (isNetworkShare(file, process.platform)) return fail(`${what} cannot be read: ${onNetworkShare}`)
  const place = absolute(file)
  if (place === null)
    return fail(`${what} needs an absolute path. Enter an absolute path, or one in your home folder: ~/…`)
  try {
    const problem = kindProblem(await stat(place))
    if (problem !== null) return fail(`${what} cannot be read: ${place} ${problem}`)
    // Non-blocking, for what took the file's place since it was looked at.
    const handle = await open(place, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const changed = kindProblem(await handle.stat())
      if (changed !== null) return fail(`${what} cannot be read: ${place} ${changed}`)
      const bytes = await readAtMost(handle, maxBytes + 1)
      return bytes.length > maxBytes ? fail(`${what} cannot be read: ${place} ${tooLarge}`) : { ok: true, value: bytes }
    } finally {
      await handle.close()
    }
  } catch (error) {
    return fail(`${what} cannot be read: ${place} ${problemOf(error)}`)
  }
}

const fail = (message: string): Reading<never> => ({ ok: false, message })

const tooLarge = 'is larger than 1 MiB. Choose the file that holds the credential alone.'

/** Windows logs in at whatever server a path names, so a path that came with a shared file could give a login away. */
export const isNetworkShare = (file: string, platform: NodeJS.Platform): boolean =>
  platform === 'win32' && /^[\\/]{2}/.test(file)

const onNetworkShare =
  'a path of a network share is not opened. Copy the file to this computer, or map the share to a drive.'

function absolute(file: string): string | null {
  if (/^~[/\\]/.test(file)) return path.join(homedir(), file.slice(2))
  return path.isAbsolute(file) ? file : null
}

function kindProblem(stats: Stats): string | null {
  if (stats.isDirectory()) return 'is a folder. Name the file inside it.'
  if (!stats.isFile()) return 'is no ordinary file but a pipe, socket or device.'
  return stats.size > maxBytes ? tooLarge : null
}

/** Reads on until the end, for a file whose size is not told beforehand (as in /proc). */
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

function problemOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'does not exist.'
    case 'EACCES':
    case 'EPERM':
      return 'may not be read by you. Change its permissions, or choose another file.'
    case 'EISDIR':
      return 'is a folder. Name the file inside it.'
    default:
      return `cannot be opened (${code}).`
  }
}
