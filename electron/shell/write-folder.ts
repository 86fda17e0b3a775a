import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { isFilePath } from '../core/exporting/other-tools/file-names.ts'
import type { FolderFile } from '../core/ports.ts'

/** Names that are tried when folders of that name are there. */
const mostNames = 1000

/**
 * Makes a new folder within `parent` and writes files into it; where there is one of that name, another name is taken. All are
 * written, or none is left.
 *
 * @throws the file system's own errors, or that a path leads elsewhere or is there twice
 */
export async function writeFolder(parent: string, name: string, files: readonly FolderFile[]): Promise<string> {
  const paths = [name, ...files.map((file) => `${name}/${file.path}`)]
  const wrong = paths.find((one) => !isFilePath(one))
  if (wrong !== undefined) throw new Error(`No file can have this name: ${wrong}`)
  const folder = await makeFolder(parent, name)
  try {
    for (const file of files) {
      const place = path.join(folder, ...file.path.split('/'))
      await mkdir(path.dirname(place), { recursive: true })
      // A name that only differs in its case may be the same file: none is overwritten.
      await writeFile(place, file.text, { mode: 0o600, flag: 'wx' })
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  return folder
}

async function makeFolder(parent: string, name: string): Promise<string> {
  for (let count = 1; ; count++) {
    const folder = path.join(parent, count === 1 ? name : `${name} ${count}`)
    try {
      await mkdir(folder)
      return folder
    } catch (error) {
      if (count === mostNames || !isThere(error)) throw error
    }
  }
}

const isThere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST'
