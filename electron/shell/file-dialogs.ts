import { writeFile } from 'node:fs/promises'
import { BrowserWindow, dialog } from 'electron'
import type { FolderFile, Ports } from '../core/ports.ts'
import { readTextFile } from './read-text-file.ts'
import { readTextFolder } from './read-text-folder.ts'
import { saveInParts } from './save-in-parts.ts'
import { writeFolder } from './write-folder.ts'

/** Asks for one file; null when none is chosen. Keys and certificates often have hidden names. */
export async function chooseFile(title: string): Promise<string | null> {
  return ask({ title, properties: ['openFile', 'showHiddenFiles', 'dontAddToRecent'] })
}

/** Asks for one file and reads it as text; null when none is chosen. Errors are those of the file system, or its size. */
export async function openFile(title: string, maxBytes: number): Promise<{ name: string; text: string } | null> {
  const file = await ask({
    title,
    properties: ['openFile', 'dontAddToRecent'],
  })
  return file === null ? null : readTextFile(file, maxBytes)
}

/** Asks for a folder and reads the texts in it; null when none is chosen. Errors are those of the file system, or a limit. */
export async function openFolder(title: string, maxBytes: number): ReturnType<Ports['openFolder']> {
  const folder = await ask({ title, properties: ['openDirectory', 'dontAddToRecent'] })
  return folder === null ? null : readTextFolder(folder, maxBytes)
}

/** Asks where to and writes there; null when nowhere. Errors are those of the file system. */
export async function saveFile(suggestedName: string, content: string | Uint8Array): Promise<string | null> {
  const file = await askWhereTo(suggestedName)
  if (file !== null) await writeFile(file, content, { mode: 0o600 })
  return file
}

/** Asks where to and writes there what comes in parts, all of it or nothing; null when nowhere. */
export async function saveFileInParts(suggestedName: string, parts: AsyncIterable<string>): Promise<string | null> {
  const file = await askWhereTo(suggestedName)
  if (file !== null) await saveInParts(file, parts)
  return file
}

async function askWhereTo(suggestedName: string): Promise<string | null> {
  const options = { defaultPath: suggestedName, properties: ['dontAddToRecent'] } satisfies Electron.SaveDialogOptions
  const window = BrowserWindow.getFocusedWindow()
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options))
  return canceled || filePath === undefined || filePath === '' ? null : filePath
}

/** Asks for a folder and writes files into a new one in it; null when none is chosen. Errors are those of the file system. */
export async function saveFolder(suggestedName: string, files: readonly FolderFile[]): Promise<string | null> {
  const parent = await ask({ properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] })
  return parent === null ? null : writeFolder(parent, suggestedName, files)
}

async function ask(options: Electron.OpenDialogOptions): Promise<string | null> {
  const window = BrowserWindow.getFocusedWindow()
  const { filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  return filePaths[0] ?? null
}
