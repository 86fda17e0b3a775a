import { writeFile } from 'node:fs/promises'
import { BrowserWindow, dialog } from 'electron'

/** Asks for one file; null when none is chosen. Keys and certificates often have hidden names. */
export async function chooseFile(title: string): Promise<string | null> {
  const options = {
    title,
    properties: ['openFile', 'showHiddenFiles', 'dontAddToRecent'],
  } satisfies Electron.OpenDialogOptions
  const window = BrowserWindow.getFocusedWindow()
  const { filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  return filePaths[0] ?? null
}

/** Asks where to and writes there; null when nowhere. Errors are those of the file system. */
export async function saveFile(suggestedName: string, text: string): Promise<string | null> {
  const options = { defaultPath: suggestedName, properties: ['dontAddToRecent'] } satisfies Electron.SaveDialogOptions
  const window = BrowserWindow.getFocusedWindow()
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options))
  if (canceled || filePath === undefined || filePath === '') return null
  await writeFile(filePath, text, { mode: 0o600 })
  return filePath
}
