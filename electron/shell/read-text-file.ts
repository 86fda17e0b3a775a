import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'

/**
 * A text file of a size that is expected. What is no UTF-8 becomes U+FFFD, for the reader to judge. Never waits for a pipe or device, and stops at the limit also where the size is
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
    return { name, text: new TextDecoder().decode(Buffer.concat(chunks)) }
  } finally {
    await handle.close()
  }
}

function tooLarge(name: string, maxBytes: number): Error {
  return new Error(`${name} is larger than ${(maxBytes / 1_048_576).toLocaleString('en')} MiB, the most that is read`)
}
