import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'

/**
 * Writes a file of parts as they come; it is there whole or not at all, and what was there before stays until then.
 *
 * @throws the file system's own errors, and those of the parts
 */
export async function saveInParts(file: string, parts: AsyncIterable<string>): Promise<void> {
  const partial = `${file}.${randomUUID().slice(0, 8)}.partial`
  try {
    const opened = await open(partial, 'wx', 0o600)
    try {
      for await (const part of parts) await opened.writeFile(part)
      await opened.sync()
    } finally {
      await opened.close()
    }
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}
