import type { ApiCall } from '../../contract/api-call.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { Connection, Purpose, TlsFacts, TransportFailure } from '../../contract/exchange.ts'
import type { RecordedToken } from '../../contract/history.ts'
import type { Metadata, PublishedKey } from '../../contract/outcome.ts'
import type { AcceptedFinding } from '../../contract/accepted-finding.ts'
import type { NoProbe, ProbeResult } from '../../contract/review.ts'
import type { SecretName } from '../../contract/secret.ts'
import type { SecretSource } from '../../contract/secret-source.ts'
import type { Watch } from '../../contract/watch.ts'
import type { Probe } from '../../vocabulary/review.ts'
import type { AnswerFacts } from '../diagnosis/facts/answer-facts.ts'
import type { RequestFacts } from '../diagnosis/facts/request-facts.ts'
import type { SecretFacts } from '../diagnosis/facts/secret-facts.ts'
import type { TokenOfCase } from '../diagnosis/facts/token-of-case.ts'

/**
 * All that is known of an environment that is reviewed: its settings, and the facts of diagnosis about its recorded
 * exchanges. No secret and no token is in it. Each part may be missing (null, or empty) or hostile. Times are milliseconds
 * since 1970.
 */
export interface ReviewCase {
  now: number
  id: string
  name: string
  /** As they are sent: the endpoints of a running sandbox are in them. */
  settings: EnvironmentInput
  /** The API calls that are saved in it. */
  calls: readonly ApiCall[]
  /** The secrets that it has or needs. */
  secrets: readonly HeldSecret[]
  /** What protects stored secrets; null where nothing is stored. */
  protection: 'keyring' | 'passphrase' | null
  /** Texts of the settings and calls that look like secrets and would be shared in clear. */
  exposed: readonly ExposedText[]
  certificate: CertificateFacts | null
  /** The private key that the client signs with, where it can be read without asking. */
  clientKey: KeyFacts | null
  others: readonly OtherEnvironment[]
  /** The newest token that was issued with these settings. */
  issued: IssuedToken | null
  /** The newest exchange with each endpoint as it is set now, and with each saved call, newest first. */
  exchanges: readonly RecordedFacts[]
  /** What recorded exchanges proved of tokens that are not to be taken, the newest of each kind. */
  proofs: readonly Proof[]
  metadata: Metadata | null
  /** The keys that the server publishes; null where they were not read. */
  keys: readonly PublishedKey[] | null
  /** Whether what is recorded stays here; not of a file that the command line reads. */
  isKept: boolean
  /** What was recorded in the last 30 days. */
  usage: Usage
  trail: TrailFacts
  watch: Watch | null
  /** Whether drift is also said by the system. */
  notifies: boolean
  /** Those that were sent with these settings. */
  probes: Readonly<Partial<Record<Probe, ProbeResult>>>
  /** Why a probe cannot be sent, of those that cannot. */
  noProbe: Readonly<Partial<Record<Probe, NoProbe>>>
  accepted: readonly AcceptedFinding[]
}

export interface HeldSecret {
  name: SecretName
  /** `none`: needed, and not there. A key that the settings read from a file is of source `file`. */
  source: SecretSource['kind'] | 'none'
  /** Null where nothing says. */
  setAt: number | null
  /** Null where it cannot be read without asking somebody or something. */
  facts: SecretFacts | null
  /** Different characters in it; null as above. */
  differentCharacters: number | null
  /** Of a file on a system with such rights: who may read it besides its owner, by its rights and those of its folders. */
  fileReadableBy: 'owner' | 'group' | 'everyone' | null
  /**
   * What Git has to do with its file: nothing; it is in a commit or will be in the next; it is in a working copy, and ignored
   * or not. Null where it is in no file, or where that cannot be looked at.
   */
  git: 'none' | 'tracked' | 'ignored' | 'untracked' | null
}

export interface ExposedText {
  /** A path such as `headers.0.value` or `apiCalls.2.url`. */
  place: string
  kind: 'known_secret' | 'jwt' | 'private_key' | 'certificate' | 'url_credentials' | 'high_entropy'
  excerpt: string
}

export interface CertificateFacts {
  subject: string
  validFrom: number
  validTo: number
  key: KeyFacts
}

/** Bits of RSA; the curve of others. */
export interface KeyFacts {
  kind: 'rsa' | 'ec' | 'ed25519' | 'ed448' | 'symmetric' | 'other'
  bits: number | null
  curve: string | null
}

export interface OtherEnvironment {
  id: string
  name: string
  stage: EnvironmentInput['stage']
  client_id: string
  token_endpoint: string
  issuer: string
  /** Whether it holds the same client secret, or private key; null where one of them cannot be read without asking. */
  hasSameSecret: boolean | null
  hasSameKey: boolean | null
}

export interface IssuedToken {
  exchangeId: string
  at: number
  /** Milliseconds that the clock of the server was ahead by; 0 where it does not say. */
  clockOffset: number
  recorded: RecordedToken
  facts: TokenOfCase
  /** As in the answer, in JSON; null where it has none. */
  expires_in: string | null
  /** `scope` of the answer; null where it has none. */
  scope: string | null
  /** Names of the other members of the answer that have a value. */
  members: readonly string[]
  /** Every Cache-Control of the answer, separated by commas; null where it has none. */
  cacheControl: string | null
}

/** An exchange as it is recorded: masked. */
export interface RecordedFacts {
  exchangeId: string
  at: number
  purpose: Purpose
  /** The saved call that it is of, or null. */
  callId: string | null
  url: string
  request: RequestFacts
  answer: AnswerFacts | null
  failure: TransportFailure | null
  connection: Connection | null
  tls: TlsFacts | null
}

/** How a server took a token that was revoked, had expired, or is for another audience. */
export interface Proof {
  code:
    | 'wrong_audience_refused'
    | 'inactive_revoked_here'
    | 'active_after_revocation'
    | 'revoked_token_refused'
    | 'revoked_token_accepted'
    | 'expired_token_refused'
    | 'expired_token_accepted'
  exchangeId: string
  at: number
  status: number | null
  /** Seconds since the token was revoked or had expired; empty where nothing says. */
  seconds: string
}

export interface Usage {
  isRecorded: boolean
  tokensIssued: number
  calls: number
  requestedEarly: number
  caching: 'cached' | 'not_cached' | 'unknown'
  tokenRequests: number
  failures: number
  /** Answers 429 of the authorization server, the newest of them, and header fields that announce a limit. */
  limited: { count: number; exchangeId: string | null; at: number | null; announced: string | null }
  /** Refusals for a scope that the token lacks. */
  scopeRefusals: { count: number; exchangeId: string | null; at: number | null }
}

export interface TrailFacts {
  entries: number
  /** Whether its entries are sealed, or wait for a key. */
  isSealed: boolean
}
