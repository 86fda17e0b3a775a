import { app, type BrowserWindow, dialog } from 'electron'

/** Whether the window is to be closed though something in it is not saved. */
export const closeAnyway = (window: BrowserWindow) => (): boolean => {
  // A program that drives the app cannot answer a dialog of the system. A package cannot be driven.
  if (app.commandLine.hasSwitch('remote-debugging-port')) return true
  const choice = dialog.showMessageBoxSync(window, {
    type: 'warning',
    message: 'There are unsaved changes in Configure.',
    detail: 'They are lost when the app ends; a secret that was typed, as soon as the window closes.',
    buttons: ['Close anyway', 'Keep editing'],
    defaultId: 1,
    cancelId: 1,
  })
  return choice === 0
}
