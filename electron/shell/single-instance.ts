import { app } from 'electron'

/** False when another instance already uses this profile; that one is asked to come to the front. */
export function becomeOnlyInstance(onSecondInstance: () => void): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return false
  }
  app.on('second-instance', onSecondInstance)
  return true
}
