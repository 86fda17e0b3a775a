import { app } from 'electron'

/**
 * Chromium's switches that open a running app to another program, put one in the place of its processes, or take away what
 * protects its window and its keyring. Those of Node are refused by the package's fuses.
 */
const refused = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-targets',
  'js-flags',
  'browser-subprocess-path',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'disable-web-security',
  'load-extension',
  'use-mock-keychain',
]

/** In a package, ends the app before anything is opened when its command line has such a switch. */
export function refuseDebuggingSwitches(): void {
  const found = app.isPackaged ? refused.filter((name) => app.commandLine.hasSwitch(name)) : []
  if (found.length === 0) return
  const names = found.map((name) => `--${name}`).join(', ')
  console.error(`${app.getName()} does not run with ${names}: other programs could then read the secrets in it.`)
  process.exit(1)
}
