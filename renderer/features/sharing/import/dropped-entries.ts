import { mostImported } from '../../../../electron/vocabulary/import-formats.ts'

/** A file that was dropped, by its path from what was. */
export interface Entry {
  path: string
  file: File
}

/** Folders of version control and packages, whose files nobody imports. */
const skipped: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules'])

/** Pictures, archives and programs, by the ends of their names. */
const binary =
  /\.(?:png|jpe?g|gif|webp|ico|bmp|pdf|zip|gz|tgz|bz2|xz|7z|rar|jar|war|class|exe|dll|so|dylib|o|a|wasm|woff2?|ttf|otf|eot|mp[34]|mov|avi|webm|sqlite|db|p12|pfx|jks|keystore|der)$/i

/** The files that were dropped, and those within folders, in the order of their paths; beyond the limits it ends. */
export async function filesWithin(dropped: readonly FileSystemEntry[], signal: AbortSignal): Promise<Entry[]> {
  const [only] = dropped
  const isOneFolder = dropped.length === 1 && only?.isDirectory === true
  const found: Entry[] = []
  const waiting = dropped.map((entry) => ({ entry, path: isOneFolder ? '' : entry.name, depth: 0 }))
  for (let at = 0; at < waiting.length; at++) {
    signal.throwIfAborted()
    const next = waiting[at]
    if (next === undefined) break
    const { entry, path, depth } = next
    if (isFile(entry)) {
      if (dropped.length > 1 || depth > 0 ? !binary.test(entry.name) : true)
        found.push({ path, file: await fileOf(entry) })
    } else if (isFolder(entry) && (depth === 0 || !skipped.has(entry.name))) {
      if (depth >= mostImported.depth)
        throw new Error(
          `Its folders are within one another more than ${mostImported.depth} times, the most that is read.`,
        )
      for (const child of await childrenOf(entry))
        waiting.push({ entry: child, path: path === '' ? child.name : `${path}/${child.name}`, depth: depth + 1 })
    }
    if (waiting.length > most || found.length > mostImported.files)
      throw new Error(`It has more than ${mostImported.files.toLocaleString('en')} files, the most that is read.`)
  }
  return found.toSorted((one, other) => (one.path < other.path ? -1 : 1))
}

/** Of files and folders, those that are not read among them. */
const most = 20 * mostImported.files

/** Whether a text is one: binary files have zeros near their beginning. */
export const isText = (text: string): boolean => !text.slice(0, 8000).includes('\0')

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) =>
    entry.file(resolve, () => reject(new Error(`Can’t read ${entry.name}. Check its permissions.`))),
  )

/** A reader gives at most 100 at a time, and none once all were given. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, () => reject(new Error(`Can’t read ${folder.name}. Check its permissions.`))),
    )
    if (some.length === 0) return all.toSorted((one, other) => (one.name < other.name ? -1 : 1))
    all.push(...some)
    if (all.length > most) return all
  }
}
