import { app, type Session } from 'electron'

/** No program can listen at port 0, so a connection there fails on this computer. */
const nowhere = 'http://127.0.0.1:0'

/** Chromium fetches a dictionary for every new session, whether a page spells or not. To be called before the app is ready. */
export function forbidDictionaries(): void {
  app.on('session-created', (session) => session.setSpellCheckerLanguages([]))
}

/** A `<link rel="dns-prefetch">` asks the system's resolver and passes the CSP. To be called before the app is ready. */
export function forbidPrefetchedNames(): void {
  app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false')
}

/**
 * All HTTP of this app is made by core, in main. Whatever the window tries all the same is cancelled here, behind the
 * CSP; `exempt` is the development server's origin. WebRTC passes the CSP and is no web request, but TURN over TCP goes
 * through the session's proxy: one that leads nowhere, on loopback too. A window may be opened once this has resolved.
 */
export async function forbidNetwork(session: Session, exempt: string | null): Promise<void> {
  const host = exempt === null ? null : new URL(exempt).host
  const urls = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file:///*']
  session.webRequest.onBeforeRequest({ urls }, (details, answer) => {
    answer({ cancel: new URL(details.url).host !== host })
  })
  const proxyBypassRules = ['<-loopback>', ...(host === null ? [] : [host])].join(',')
  await session.setProxy({ mode: 'fixed_servers', proxyRules: nowhere, proxyBypassRules })
}
