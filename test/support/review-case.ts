import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { JsonObject } from '../../electron/contract/json-object.ts'
import type {
  CertificateFacts,
  HeldSecret,
  IssuedToken,
  OtherEnvironment,
  ReviewCase,
} from '../../electron/core/review/case.ts'
import type { TokenOfCase } from '../../electron/core/diagnosis/facts/token-of-case.ts'

export const reviewedAt = Date.UTC(2026, 10, 30, 12)

/** A case of which nothing is known; `known` is what is. */
export function reviewCase(known: Partial<ReviewCase> = {}): ReviewCase {
  return {
    now: reviewedAt,
    id: 'orders',
    name: 'Orders',
    settings: {
      ...newEnvironment,
      name: 'Orders',
      issuer: 'https://id.example',
      token_endpoint: 'https://id.example/token',
      client_id: 'orders-svc',
    },
    calls: [],
    secrets: [],
    protection: null,
    exposed: [],
    certificate: null,
    clientKey: null,
    others: [],
    issued: null,
    exchanges: [],
    proofs: [],
    metadata: null,
    keys: null,
    isKept: true,
    usage: {
      isRecorded: true,
      tokensIssued: 0,
      calls: 0,
      requestedEarly: 0,
      caching: 'unknown',
      tokenRequests: 0,
      failures: 0,
      limited: { count: 0, exchangeId: null, at: null, announced: null },
      scopeRefusals: { count: 0, exchangeId: null, at: null },
    },
    trail: { entries: 0, isSealed: true },
    watch: null,
    notifies: false,
    probes: {},
    noProbe: {},
    accepted: [],
    ...known,
  }
}

const noFacts: TokenOfCase = {
  kind: 'opaque',
  claims: null,
  alg: null,
  kid: null,
  typ: null,
  iss: null,
  aud: null,
  scopes: [],
  roles: null,
  issuedAt: null,
  notBefore: null,
  expiresAt: null,
  revokedAt: null,
  isIdToken: false,
  binding: null,
  type: 'bearer',
}

/** An opaque token that lives an hour; `facts` is what is known of it. */
export function issuedToken(known: Partial<IssuedToken> = {}, facts: Partial<TokenOfCase> = {}): IssuedToken {
  return {
    exchangeId: 'exchange-1',
    at: reviewedAt - 60_000,
    clockOffset: 0,
    recorded: { fingerprint: 'f', header: null, claims: null, lifetime: 3600, scopeGranted: null },
    facts: { ...noFacts, ...facts },
    expires_in: '3600',
    scope: null,
    members: [],
    cacheControl: 'no-store',
    ...known,
  }
}

/** A client secret that is stored; when it was set is not known. */
export const heldSecret = (known: Partial<HeldSecret> = {}): HeldSecret => ({
  name: 'client_secret',
  source: 'stored',
  setAt: null,
  facts: null,
  differentCharacters: null,
  fileReadableBy: null,
  git: null,
  ...known,
})

/** Another client with another secret at another server. */
export const otherEnvironment = (known: Partial<OtherEnvironment> = {}): OtherEnvironment => ({
  id: 'other',
  name: 'Other',
  stage: 'staging',
  client_id: 'other-svc',
  token_endpoint: 'https://id.other.example/token',
  issuer: 'https://id.other.example',
  hasSameSecret: false,
  hasSameKey: false,
  ...known,
})

/** Valid for a year, half of which is over. */
export const certificateFacts = (known: Partial<CertificateFacts> = {}): CertificateFacts => ({
  subject: 'CN=orders-svc',
  validFrom: reviewedAt - 182 * 86_400_000,
  validTo: reviewedAt + 183 * 86_400_000,
  key: { kind: 'ec', bits: null, curve: 'P-256' },
  ...known,
})

/** Claims, or another JSON object, as they are read. */
export const claimsOf = (value: Readonly<Record<string, unknown>>): JsonObject => ({
  source: JSON.stringify(value),
  members: Object.entries(value).map(([name, member]) => ({ name, source: JSON.stringify(member), duplicate: false })),
})
