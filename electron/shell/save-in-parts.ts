import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'

const unfinished = new Set<string>()

/** Takes away what is not whole: the app ends. */
export function removeUnfinished(): void {
  for (const partial of unfinished) {
    try {
      rmSync(partial, { force: true })
    } catch {
      // Windows keeps a file that is open.
    }
  }
}

/**
 * Writes a file of parts as they come; it is there whole or not at all, and what was there before stays until then.
 *
 * @throws the file system's own errors, and those of the parts
 */
export async function saveInParts(file: string, parts: AsyncIterable<string>): Promise<void> {
  const partial = `${file}.${randomUUID().slice(0, 8)}.partial`
  unfinished.add(partial)
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
  } finally {
    unfinished.delete(partial)
  }
}
