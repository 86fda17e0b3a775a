import { newEnvironment } from '../../../electron/catalogue/new-environment.ts'
import type { Headers, TlsFacts } from '../../../electron/contract/exchange.ts'
import type { Finding } from '../../../electron/contract/finding.ts'
import type { FieldProblem } from '../../../electron/contract/problem.ts'
import type { SecretName } from '../../../electron/contract/secret.ts'
import type { Binding } from '../../../electron/contract/token.ts'
import { findingsOfClient } from '../../../electron/core/client/client-findings.ts'
import { examineServer, examineToken } from '../../../electron/core/diagnosis/success/examine.ts'
import { explainInactive } from '../../../electron/core/diagnosis/inactive/explain.ts'
import { withNonce } from '../../../electron/core/flow/dpop-proof.ts'
import { directNetwork, type Transcript } from '../../../electron/core/http/transcript.ts'
import { readJsonObject } from '../../../electron/core/json/json.ts'
import { judgePossession } from '../../../electron/core/oauth/token-response.ts'
import { createSession } from '../../../electron/core/session.ts'
import { decodeToken } from '../../../electron/core/token/decode/decode.ts'
import { exchange } from '../../core/evidence/exchange.ts'
import { answered } from '../../core/oauth/transcript.ts'
import { asked, facts, held } from './facts.ts'
import { issuer, jwt, noon, segment } from './inputs.ts'

const object = (value: object) => {
  const reading = readJsonObject(JSON.stringify(value))
  if (reading.kind !== 'object') throw new Error(reading.kind)
  return reading.object
}

export function inactive(): Finding[] {
  const base = { ...facts, ...asked('json'), response: object({ active: false }) }
  const known = (change: object) => ({ ...base, ...change })
  const claims = [
    { iss: '' },
    { iss: 'x' },
    { aud: [] },
    { aud: '' },
    { aud: ['', ' '] },
    { aud: 'a' },
    { exp: 1 },
    { nbf: 1e13 },
    { nbf: 2e9 },
  ]
  return [
    ...claims.map((value) => known({ claims: object(value) })),
    ...held.map(known),
    ...[90_000, -90_000].map((clockOffset) => known({ clockOffset, issuedAt: noon })),
    known({ isJwt: false }),
  ].flatMap(explainInactive)
}

export function successes(): Finding[] {
  const unsigned = decodeToken(`${segment({ alg: 'none' })}.${segment({})}.`)
  const server = { url: issuer, tls: { chain: [{ validTo: noon + 86_400_000 }] }, now: noon }
  return [
    ...examineToken({ decoded: unsigned, lifetime: 86_400 }),
    ...[-90_000, 90_000].flatMap((clockOffset) => examineServer({ ...server, clockOffset })),
  ]
}

export function possession(): Finding[] {
  const bindings: (Binding | null)[] = [
    null,
    { kind: 'dpop', thumbprint: 'key' },
    { kind: 'certificate', thumbprint: 'c' },
  ]
  const tls = (presented: boolean): TlsFacts => ({
    protocol: null,
    cipher: null,
    alpn: null,
    trusted: true,
    accepted: false,
    clientCertificate: presented ? { subject: 'CN=c', fingerprint256: 'AA' } : null,
    problem: null,
    chain: [],
  })
  const confirmations = [
    {},
    { cnf: { jkt: '' } },
    { cnf: { jkt: 'key', 'x5t#S256': 'c' } },
    { cnf: { jkt: 'x', 'x5t#S256': 'y' } },
  ]
  return bindings.flatMap((binding) =>
    ['', 'Bearer', 'DPoP'].flatMap((token_type) =>
      [true, false].flatMap((presented) =>
        confirmations.flatMap((claims) =>
          judgePossession({ token_type, decoded: decodeToken(jwt(claims)) }, binding, { tls: tls(presented) }),
        ),
      ),
    ),
  )
}

const environment = {
  id: '1',
  value: newEnvironment,
  secrets: {},
  usesPending: false,
  hasPending: false,
  offline: true,
  secretVersions: {},
  unreadable: new Map<SecretName, FieldProblem>(),
}

/** A proof with the nonce given, and a server that answers each time with the nonces given. */
export async function nonces(
  carried: readonly (string | null)[],
  supplied: readonly (string | null)[],
): Promise<Finding[]> {
  let count = -1
  const { proofFindings } = await withNonce({ session: createSession() }, environment, async () => {
    count += 1
    const nonce = supplied[count]
    const sent = carried[count]
    const fields: [string, string][] = nonce ? [['DPoP-Nonce', nonce]] : []
    const headers: Headers = [['DPoP', `${segment({})}.${segment(sent ? { nonce: sent } : {})}.AA`]]
    const request = { method: 'POST', url: `${issuer}/token`, headers, body: null }
    const refusal = count < supplied.length ? '{"error":"use_dpop_nonce"}' : '{}'
    return sentOf(answered(400, refusal, fields, { request }))
  })
  return proofFindings
}

const sentOf = (transcript: Transcript) => ({ transcript, exchange, conclude: () => {} })

export function ofClients(): Finding[] {
  const connection = { network: directNetwork, timeLimits: newEnvironment.network.timeLimits, certificate: null }
  const certificate = {
    cert: '',
    key: '',
    subject: 'CN=c',
    fingerprint256: 'AA',
    thumbprint: 'c',
    validFrom: 1,
    validTo: 2,
  }
  const basic = { method: 'client_secret_basic', client_id: 'a b', clientSecret: 's', basicEncoding: 'raw' } as const
  const assertion = { alg: 'HS256', audience: issuer, lifetime: 60, header: {} } as const
  const signing = { method: 'client_secret_jwt', client_id: 'c', clientSecret: 's', assertion } as const
  const client = { environment, dpop: null, connection, credentials: basic }
  return [
    client,
    { ...client, credentials: { ...basic, basicEncoding: 'form' as const } },
    { ...client, credentials: signing },
    { ...client, connection: { ...connection, certificate } },
    {
      ...client,
      connection: { ...connection, certificate: { ...certificate, validFrom: noon * 2, validTo: noon * 2 } },
    },
  ].flatMap((each) => findingsOfClient(each, noon))
}
