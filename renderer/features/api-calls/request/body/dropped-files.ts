import type { ApiFile } from '../../../../../electron/contract/api-call.ts'
import { pathOfFile } from '../../../../host.ts'
import { toastFailed } from '../../../../ui/toast.ts'

/** A file of this computer by its path. */
export const fileAt = (path: string): ApiFile => ({ path, name: path.split(/[/\\]/).at(-1) ?? path })

/** What was dropped, by path: nothing of it is read. A folder, and what is no file of this computer, is left out and said. */
export function droppedFiles({ items }: DataTransfer): ApiFile[] {
  const files = [...items].flatMap((item) => {
    const file = item.webkitGetAsEntry()?.isDirectory === true ? null : item.getAsFile()
    const path = file === null ? '' : pathOfFile(file)
    return path === '' ? [] : [fileAt(path)]
  })
  if (files.length === 0) toastFailed('Nothing was added', 'Drop files of this computer; folders cannot be sent.')
  return files
}
