import { app } from 'electron'

/**
 * Every renderer runs in Chromium's sandbox. Root is the exception: Chromium refuses it without `--no-sandbox`, and
 * with both that switch and this call its processes crash in a loop.
 */
export function enableProcessSandbox(): void {
  const rootWithout = process.getuid?.() === 0 && app.commandLine.hasSwitch('no-sandbox')
  if (!rootWithout) app.enableSandbox()
}
