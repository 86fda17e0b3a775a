import { protocol } from 'electron'

/** The one page of the app, whose top frame may call main. */
export const uiEntry = 'app://ui/'

/** Must run before the app is ready. No `bypassCSP`: the window's policy holds for its own files too. */
export function registerUiScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Whether a URL is the page itself, which may be loaded again; the hash is the place within it. */
export function isUiEntry(url: string): boolean {
  return url.split('#', 1)[0] === uiEntry
}
