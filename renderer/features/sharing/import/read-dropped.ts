import { importMaxCharacters } from '../../../../electron/vocabulary/limits.ts'

interface DroppedFile {
  path: string
  text: string
}

interface Dropped {
  fileName: string
  files: () => Promise<DroppedFile[]>
}

const tooLarge = `It is larger than ${importMaxCharacters >> 20} MiB, the most that is read.`

/** What was dropped or pasted: one file, whose size is looked at before it is read, or text; null when it is neither. */
export function dropped(transfer: DataTransfer): Dropped | null {
  const [file, second] = transfer.files
  if (second !== undefined) return refused('Several files', 'Drop one file at a time.')
  if (file !== undefined)
    return { fileName: file.name, files: async () => [{ path: file.name, text: await textOf(file) }] }
  const text = transfer.getData('text/plain')
  return text.trim() === '' ? null : typed(text)
}

/** A text that stands for a file. */
export function typed(text: string): Dropped {
  return text.length > importMaxCharacters
    ? refused('Pasted text', tooLarge)
    : { fileName: 'Pasted text', files: async () => [{ path: '', text }] }
}

const refused = (fileName: string, message: string): Dropped => ({
  fileName,
  files: () => Promise.reject(new Error(message)),
})

/** What is no UTF-8 becomes U+FFFD, for the reader to judge. */
async function textOf(file: File): Promise<string> {
  if (file.size > importMaxCharacters) throw new Error(tooLarge)
  try {
    return await file.text()
  } catch {
    throw new Error('Can’t read this file. Check that it is a file, and its permissions.')
  }
}
