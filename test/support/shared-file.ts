import type { ElectronApplication, Page } from '@playwright/test'

/** The text of a file of environments; what is not named is as in a new environment. */
export function sharedFile(environments: readonly object[], version = 2): string {
  return JSON.stringify({ format: 'client-credentials-explorer/environments', version, environments }, null, 2)
}

/** The next dialogs answer with this file, as if a person had chosen it. */
export async function chooseInDialogs(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, file) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: file })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] })
  }, filePath)
}

/** Goes to where files are read, and leaves what another test looked through there. */
export async function openImport(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Import', exact: true }).click()
  await leaveEarlierImport(window)
}

async function leaveEarlierImport(window: Page): Promise<void> {
  const button = (name: string) => window.getByRole('button', { name, exact: true })
  await window.getByRole('heading', { level: 1, name: 'Import', exact: true }).waitFor()
  const leave = button('Cancel').or(button('Import something else'))
  const start = button('Choose file…')
  await start.or(leave).first().waitFor()
  if (await leave.isVisible()) await leave.click()
  await start.waitFor()
}

/** Drops a file on the window, as far as a page can tell. */
export async function dropFile(window: Page, name: string, text: string): Promise<void> {
  const transfer = await window.evaluateHandle(
    ([fileName, content]) => {
      const made = new DataTransfer()
      made.items.add(new File([content], fileName))
      return made
    },
    [name, text] as const,
  )
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await window.dispatchEvent('main', type, { dataTransfer: transfer })
  }
}

/** Pastes text onto the page itself, after what an earlier import has left there. */
export async function pasteText(window: Page, text: string): Promise<void> {
  await leaveEarlierImport(window)
  const isTaken = () =>
    window.evaluate((content) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', content)
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      // The page prevents what a paste does where it takes the text itself.
      return !document.body.dispatchEvent(paste)
    }, text)
  // The page is there a moment before it listens.
  for (let tries = 0; tries < 100; tries++) {
    if (await isTaken()) return
    await window.waitForTimeout(50)
  }
  throw new Error('The page took no paste.')
}

/** Drops files and folders of the disk on the window, as the system does: by their paths. */
export async function dropPaths(app: ElectronApplication, window: Page, paths: readonly string[]): Promise<void> {
  const devTools = await app.context().newCDPSession(window)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devTools.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data })
  await devTools.detach()
}
