import type { TokenOutcome } from '../contract/outcome.ts'
import type { TypedSecrets } from '../contract/secret.ts'
import type { HeldToken } from '../contract/token.ts'
import type { Flight } from './flight.ts'
import type { DpopKey } from './oauth/dpop.ts'
import type { OutsideSource } from './secrets/source.ts'

/** An access token together with what the window may know of it. */
export interface SessionToken {
  accessToken: string
  held: HeldToken
  /** Everything that changes a token, as it was when this one was requested; another one's is not reused. */
  reuseKey: string
  /** Milliseconds by which the authorization server's clock is ahead of this computer's. */
  clockOffset: number
}

/** How a token request ended; `token` is the one that it issued. */
export interface Obtained {
  outcome: TokenOutcome
  token: SessionToken | null
}

/** What lives in memory only and is gone when the app ends: secrets, tokens and unsaved edits, by environment id or key. */
export interface Session {
  secrets: Map<string, TypedSecrets>
  /** What was asked for and is for the next request alone. */
  answers: Map<string, TypedSecrets>
  /** Secrets of outside sources, by environment and name; `until` is in milliseconds since 1970. */
  fetched: Map<string, { source: OutsideSource; value: string; until: number }>
  tokens: Map<string, SessionToken>
  drafts: Map<string, string>
  /** Generated DPoP keys, by environment and algorithm. */
  dpopKeys: Map<string, Promise<DpopKey>>
  /** The newest DPoP nonce of a server, by environment and origin. @see RFC 9449 §8.2 */
  nonces: Map<string, string>
  /** Token requests in flight, by reuse key. */
  flights: Map<string, Flight<Obtained>>
}

export function createSession(): Session {
  return {
    secrets: new Map(),
    answers: new Map(),
    fetched: new Map(),
    tokens: new Map(),
    drafts: new Map(),
    dpopKeys: new Map(),
    nonces: new Map(),
    flights: new Map(),
  }
}
