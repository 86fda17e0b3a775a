import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { textEncodingOf } from '../common/text-encoding.ts'

/**
 * A text file of a size that is expected, in UTF-8 or UTF-16. What is neither becomes U+FFFD, for the reader to judge. Never waits for a pipe or device, and stops at the limit also where the size is
 * not known beforehand.
 * @throws the file system's own errors, or one that says what is wrong with the file
 */
export async function readTextFile(file: string, maxBytes: number): Promise<{ name: string; text: string }> {
  const name = path.basename(file)
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stats = await handle.stat()
    if (!stats.isFile()) throw new Error(`${name} is a folder or a device, and no file`)
    if (stats.size > maxBytes) throw tooLarge(name, maxBytes)
    const chunks: Buffer[] = []
    let length = 0
    for await (const chunk of handle.createReadStream({ autoClose: false, end: maxBytes })) {
      const bytes = Buffer.from(chunk)
      length += bytes.length
      chunks.push(bytes)
    }
    if (length > maxBytes) throw tooLarge(name, maxBytes)
    return { name, text: decoded(Buffer.concat(chunks)) }
  } finally {
    await handle.close()
  }
}

const decoded = (bytes: Buffer): string => new TextDecoder(textEncodingOf(bytes)).decode(bytes)

/** Bytes that are looked at before the others are read. */
const beginning = 4096

export type PlainReading =
  | { ok: true; text: string; bytes: number }
  | { ok: false; why: 'binary' | 'too_large' | 'not_readable' }

/** A file of a folder, unless it is none that holds a text: pictures and archives have a zero byte early. */
export async function readPlainText(file: string, maxBytes: number): Promise<PlainReading> {
  try {
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(beginning), 0, beginning, 0)
      const found = buffer.subarray(0, bytesRead)
      if (found.includes(0) && textEncodingOf(found) === 'utf-8') return { ok: false, why: 'binary' }
      if ((await handle.stat()).size > maxBytes) return { ok: false, why: 'too_large' }
    } finally {
      await handle.close()
    }
    const { text } = await readTextFile(file, maxBytes)
    return { ok: true, text, bytes: Buffer.byteLength(text) }
  } catch {
    return { ok: false, why: 'not_readable' }
  }
}

function tooLarge(name: string, maxBytes: number): Error {
  return new Error(`${name} is larger than ${(maxBytes / 1_048_576).toLocaleString('en')} MiB, the most that is read`)
}
