import type { Session } from 'electron'

/**
 * All HTTP of this app is made by core, in main. Whatever the window tries all the same is cancelled here, behind the
 * CSP; `exempt` is the development server's origin.
 */
export function forbidNetwork(session: Session, exempt: string | null): void {
  const urls = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file:///*']
  session.webRequest.onBeforeRequest({ urls }, (details, answer) => {
    answer({ cancel: exempt === null || new URL(details.url).host !== new URL(exempt).host })
  })
}
