import type { Certificate, Connection, TlsFacts, TransportFailure } from '../../electron/contract/exchange.ts'
import { answerFacts } from '../../electron/core/flow/facts/answer-facts.ts'
import { requestFacts } from '../../electron/core/flow/facts/request-facts.ts'
import type { Proof, RecordedFacts } from '../../electron/core/review/case.ts'
import { reviewedAt } from './review-case.ts'

export const day = 86_400_000

/** A recorded token request over TLS 1.3 that has no answer; `known` is what else is known. */
export function recorded(known: Partial<RecordedFacts> = {}): RecordedFacts {
  const url = known.url ?? 'https://id.example/token'
  return {
    exchangeId: 'exchange-2',
    at: reviewedAt - 30_000,
    purpose: 'token',
    callId: null,
    url,
    request: requestFacts({ method: 'POST', url, headers: [['Content-Type', form]], body: null }),
    answer: null,
    failure: null,
    connection: null,
    tls: tls(),
    ...known,
  }
}

const form = 'application/x-www-form-urlencoded'

/** An answer with this body as JSON. */
export function answered(status: number, body: unknown = {}, headers: readonly [string, string][] = []) {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  const type = typeof body === 'string' ? 'text/html' : 'application/json'
  return answerFacts({
    status,
    statusText: '',
    httpVersion: '1.1',
    headers: [['Content-Type', type], ...headers],
    body: bytes,
    wireBytes: bytes.length,
    truncated: false,
  })
}

export const tls = (known: Partial<TlsFacts> = {}): TlsFacts => ({
  protocol: 'TLSv1.3',
  cipher: 'TLS_AES_256_GCM_SHA384',
  alpn: null,
  trusted: true,
  accepted: false,
  clientCertificate: null,
  problem: null,
  chain: [certificate()],
  ...known,
})

/** Of 90 days, 61 of which are left. */
export const certificate = (known: Partial<Certificate> = {}): Certificate => ({
  subject: 'CN=id.example',
  issuer: 'CN=Authority',
  subjectAltName: 'DNS:id.example',
  validFrom: reviewedAt - 29 * day,
  validTo: reviewedAt + 61 * day,
  serialNumber: '01',
  fingerprint256: 'AA',
  publicKey: 'EC P-256',
  problems: [],
  ...known,
})

export const tlsFailed = (code: TransportFailure['code'], nodeCode: string): Partial<RecordedFacts> => ({
  failure: { code, phase: 'tls', host: 'id.example', port: 443, nodeCode, evidence: {} },
  tls: null,
})

export const connection = (known: Partial<Connection> = {}): Connection => ({
  reused: false,
  proxy: null,
  remoteAddress: '203.0.113.1',
  remotePort: 443,
  localAddress: '192.168.1.20',
  localPort: 50_000,
  ...known,
})

/** How a server took a token after its end, a minute ago. */
export const proof = (code: Proof['code'], known: Partial<Proof> = {}): Proof => ({
  code,
  exchangeId: 'exchange-3',
  at: reviewedAt - 60_000,
  status: 401,
  seconds: '5',
  ...known,
})
