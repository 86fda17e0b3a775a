import { textEncodingOf } from '../../../../electron/common/text-encoding.ts'
import { mostImported } from '../../../../electron/vocabulary/import-formats.ts'
import { importMaxCharacters } from '../../../../electron/vocabulary/limits.ts'
import { type Entry, filesWithin, isText } from './dropped-entries.ts'

interface DroppedFile {
  path: string
  text: string
}

interface Dropped {
  fileName: string
  files: (signal: AbortSignal) => Promise<DroppedFile[]>
}

const tooLarge = `It is larger than ${importMaxCharacters >> 20} MiB, the most that is read.`

/** What was dropped or pasted: files and folders, which are read within limits, or text; null when it is neither. */
export function dropped(transfer: DataTransfer): Dropped | null {
  // Both are gone once this returns.
  const files = [...transfer.files]
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.length > 0) return given(nameOf(entries), (signal) => filesWithin(entries, signal))
  if (files.length > 0) return given(nameOf(files), async () => files.map((file) => ({ path: file.name, file })))
  const text = transfer.getData('text/plain')
  return text.trim() === '' ? null : typed(text)
}

const nameOf = ([first, ...others]: readonly { name: string; isDirectory?: boolean }[]): string => {
  if (others.length === 0) return first?.name ?? ''
  const isWithFolder = [first, ...others].some((one) => one?.isDirectory === true)
  return `${others.length + 1} ${isWithFolder ? 'files and folders' : 'files'}`
}

const given = (fileName: string, find: (signal: AbortSignal) => Promise<Entry[]>): Dropped => ({
  fileName,
  files: async (signal) => textsOf(await find(signal), signal),
})

/** A text that stands for a file. */
export function typed(text: string): Dropped {
  return {
    fileName: 'Pasted text',
    files:
      text.length > importMaxCharacters ? () => Promise.reject(new Error(tooLarge)) : async () => [{ path: '', text }],
  }
}

/** Whose sizes are looked at before they are read. Among several, what is no text is left out. */
async function textsOf(entries: readonly Entry[], signal: AbortSignal): Promise<DroppedFile[]> {
  if (entries.length > mostImported.files)
    throw new Error(`It has more than ${mostImported.files.toLocaleString('en')} files, the most that is read.`)
  if (entries.reduce((sum, { file }) => sum + file.size, 0) > importMaxCharacters) throw new Error(tooLarge)
  const read: DroppedFile[] = []
  for (const { path, file } of entries) {
    signal.throwIfAborted()
    const text = await textOf(file)
    if (entries.length === 1 || isText(text)) read.push({ path, text })
  }
  if (read.length === 0) throw new Error('There is no text file in it.')
  return read
}

async function textOf(file: File): Promise<string> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return new TextDecoder(textEncodingOf(bytes)).decode(bytes)
  } catch {
    throw new Error('Can’t read this file. Check that it is a file, and its permissions.')
  }
}
