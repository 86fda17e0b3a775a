/** What one exchange says of its server, for drift. Nothing of it is a secret. */
export interface DriftFacts {
  exchangeId: string
  /** When the request was sent, in milliseconds since 1970. */
  at: number
  answer: AnswerFacts
  /** The token that came with it, when it was not there before. */
  token: TokenFacts | null
  /** Key IDs that the server was known to publish before; null where its key set is not at hand. */
  publishedKeyIds: readonly string[] | null
  /** Milliseconds from the end of the request to the end of the answer, of a token that was issued. */
  latency: number | null
  /** Tells the ways there and the secrets apart, without saying them: what fails after a change of them is one's own. */
  setup: string
}

/**
 * How it ended: as it should; with an answer that says that the server works, though not as wished; or with a failure that is the
 * server's or the network's, where `isReached` says whether somebody answered; or in a way that says nothing of either.
 */
export type AnswerFacts =
  | { kind: 'good' }
  | { kind: 'alive' }
  | { kind: 'unknown' }
  | { kind: 'failure'; code: string; isReached: boolean }

export interface TokenFacts {
  fingerprint: string
  kid: string | null
  alg: string | null
  issuer: string | null
  /** The values of `aud`, sorted, separated by spaces. */
  audience: string | null
  /** Seconds. */
  lifetime: number | null
  /** `exp`, seconds since 1970. */
  expiresAt: number | null
  /** Sorted, separated by spaces; `roles` are another thing than scopes and are not compared with them. */
  granted: { as: 'scopes' | 'roles'; names: string } | null
}

/** What one exchange says of the host that it went to, and of the way there. */
export interface ServerFacts {
  exchangeId: string
  at: number
  host: string
  certificate: CertificateFacts | null
  /** Milliseconds by which its clock is ahead; null where a cache may have answered. */
  clockOffset: number | null
  rateLimit: { limit: number; remaining: number } | null
}

/** The certificate of a server. Times are in milliseconds since 1970. */
export interface CertificateFacts {
  fingerprint: string
  /** Its subject, and the names that it is for, sorted. */
  subject: string
  names: string
  /** The organisation of its issuer, or all of its name where it has none. */
  authority: string
  validFrom: number
  validTo: number
}
