import type { JSONWebKeySet } from 'jose'
import type { NoKeys } from './token/verify/verification-keys.ts'
import type { FlowRun } from '../contract/flow.ts'
import type { Finding } from '../contract/finding.ts'
import type { FieldProblem } from '../contract/problem.ts'
import type { LastOutcome, RememberedCall } from '../contract/last-outcome.ts'
import type { Metadata, TokenOutcome } from '../contract/outcome.ts'
import type { TypedSecrets } from '../contract/secret.ts'
import type { HeldToken } from '../contract/token.ts'
import { AnswerThread } from './answers/answer-thread.ts'
import type { Moment } from './elapsed.ts'
import type { SingleFlight } from './flow/single-flight.ts'
import type { DpopKey } from './oauth/dpop.ts'
import type { Mask } from './redaction/mask.ts'
import type { OutsideSource } from './secrets/source.ts'
import type { Row } from './workspace/tables/checked-table.ts'

/** An access token together with what the window may know of it. */
export interface SessionToken {
  accessToken: string
  held: HeldToken
  /** Hides what the exchange that issued it must not show: a token may repeat a secret. */
  mask: Mask
  /** When the answer with it came. */
  obtained: Moment
  /** Everything that changes a token, as it was when this one was requested; another one's is not reused. */
  tokenCacheKey: string
}

/** How a token request ended; `token` is the one that it issued. */
export interface Obtained {
  outcome: TokenOutcome
  token: SessionToken | null
}

/** The keys that a server published. `fetchedAt` is in milliseconds since 1970, `fetched` is the same moment. */
export interface KeySet {
  keys: JSONWebKeySet
  findings: readonly Finding[]
  fetchedAt: number
  fetched: Moment
}

/** What a fetch of a key set gave, and the exchange that it was; or what kept it from being sent. */
export type FetchedKeySet =
  | { kind: 'set'; set: KeySet; exchangeId: string }
  | { kind: 'failed'; reason: NoKeys; findings: readonly Finding[]; exchangeId: string }
  | { kind: 'not_sent'; problems: readonly FieldProblem[] }

export type LastOutcomeMaps = { [Name in RememberedCall]: Map<string, LastOutcome<Name>> }

/** What lives in memory only and is gone when the app ends: secrets, tokens and unsaved edits, by environment id or key. */
export interface Session {
  secrets: Map<string, TypedSecrets>
  /** What was asked for and is for the next request alone. */
  oneTimeSecrets: Map<string, TypedSecrets>
  /** Secrets of outside sources, by environment and name, to be kept for some milliseconds. */
  secretCache: Map<string, { source: OutsideSource; value: string; fetched: Moment; keptFor: number }>
  tokens: Map<string, SessionToken>
  /** The token that an environment held before, by environment id. */
  previousTokens: Map<string, SessionToken>
  drafts: Map<string, string>
  /** Saved calls that were deleted, for that to be undone: the newest deletions, each as it was stored. */
  deletedApiCalls: Row[][]
  /** The certificate that was accepted last, and the one before it, by environment id: fingerprints, empty for none. */
  acceptedCertificates: Map<string, { fingerprint: string; before: string }>
  /** Metadata of authorization servers, by issuer and the way there. */
  metadata: Map<string, Metadata>
  /** What the last run of each call gave, by environment and, of an API call, its id. */
  lastOutcomes: LastOutcomeMaps
  /** The newest large answers of APIs. */
  readonly answers: AnswerThread
  /** Generated DPoP keys, by environment and algorithm. */
  dpopKeys: Map<string, Promise<DpopKey>>
  /** The newest DPoP nonce of a server, by environment and origin. @see RFC 9449 §8.2 */
  nonces: Map<string, string>
  /** What failed in the last check of a watch, by environment id: the same again is not recorded again. */
  watchFailures: Map<string, string>
  /** The run of the flow that is under way, by environment id. */
  flowRuns: Map<string, FlowRun>
  /** Environments whose probes are being sent, by their ids. */
  probing: Set<string>
  /** Token requests in flight, by `tokenCacheKey`. */
  flights: Map<string, SingleFlight<Obtained>>
  /** Key sets, by where they are and the way there; `refetched` is when one was last fetched because it did not fit. */
  keySets: Map<string, { set: KeySet; refetched: Moment | null }>
  /** Fetches of key sets that are under way, by the same names. */
  keySetFlights: Map<string, SingleFlight<FetchedKeySet>>
}

export function createSession(): Session {
  let answers: AnswerThread | null = null
  return {
    secrets: new Map(),
    oneTimeSecrets: new Map(),
    secretCache: new Map(),
    tokens: new Map(),
    previousTokens: new Map(),
    drafts: new Map(),
    deletedApiCalls: [],
    acceptedCertificates: new Map(),
    metadata: new Map(),
    lastOutcomes: {
      requestToken: new Map(),
      introspectToken: new Map(),
      revokeToken: new Map(),
      sendApiCall: new Map(),
    },
    get answers() {
      return (answers ??= new AnswerThread())
    },
    dpopKeys: new Map(),
    nonces: new Map(),
    watchFailures: new Map(),
    flowRuns: new Map(),
    probing: new Set(),
    flights: new Map(),
    keySets: new Map(),
    keySetFlights: new Map(),
  }
}
