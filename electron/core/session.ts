import type { HeldToken } from '../contract/token.ts'

/** An access token together with what the window may know of it. */
export interface SessionToken {
  accessToken: string
  held: HeldToken
  /** Milliseconds by which the authorization server's clock is ahead of this computer's. */
  clockOffset: number
}

/** What lives in memory only and is gone when the app ends: secrets, tokens and unsaved edits, by environment id or key. */
export interface Session {
  clientSecrets: Map<string, string>
  tokens: Map<string, SessionToken>
  drafts: Map<string, string>
}

export function createSession(): Session {
  return { clientSecrets: new Map(), tokens: new Map(), drafts: new Map() }
}
