import { createPrivateKey, randomUUID } from 'node:crypto'
import { SignJWT, type JWTPayload } from 'jose'
import type { SandboxFacts } from '../../electron/contract/sandbox.ts'
import { basic } from './sandbox-client.ts'
import { send, type Identity, type Received } from './sandbox-https.ts'

/** What a client adds to a request to say who it is. */
export interface Proof {
  parameters?: Record<string, string>
  headers?: Record<string, string>
  identity?: Identity
}

/** One way to authenticate: `prove` makes the proof again for each request, because assertions serve once. */
export interface Way {
  client_id: string
  prove: () => Promise<Proof>
}

export type Endpoint = 'token_endpoint' | 'introspection_endpoint' | 'revocation_endpoint'

/** Sends a form to an endpoint, or to its alias over TLS when a certificate is to be presented. */
export async function post(
  facts: SandboxFacts,
  endpoint: Endpoint,
  { parameters, headers, identity }: Proof,
  form: Record<string, string>,
  more: Record<string, string> = {},
): Promise<Received> {
  const url = identity === undefined ? facts[endpoint] : facts.mtls_endpoint_aliases[endpoint]
  return send(url, {
    parameters: { ...form, ...parameters },
    headers: { ...headers, ...more },
    ca: facts.ca,
    ...(identity && { identity }),
  })
}

const grant = { grant_type: 'client_credentials', scope: 'api:read api:write' }

export async function requestToken(
  facts: SandboxFacts,
  { prove }: Way,
  kind: 'jwt' | 'opaque',
  more: Record<string, string> = {},
): Promise<Received> {
  const form = kind === 'jwt' ? { ...grant, resource: facts.resource } : grant
  return post(facts, 'token_endpoint', await prove(), form, more)
}

export async function accessToken(facts: SandboxFacts, way: Way, kind: 'jwt' | 'opaque' = 'jwt'): Promise<string> {
  return tokenIn(await requestToken(facts, way, kind))
}

export function tokenIn({ json, text }: Received): string {
  if (typeof json === 'object' && json !== null && 'access_token' in json) return String(json.access_token)
  throw new Error(`No token: ${text}`)
}

export interface AssertionTerms {
  alg: string
  /** PEM of a private key, or a client secret. */
  key: string
  claims?: JWTPayload
  header?: { kid?: string }
}

/** A client assertion that holds, unless `claims` say otherwise. @see RFC 7523 §3 */
export function assertion(
  client_id: string,
  audience: string,
  { alg, key, claims, header }: AssertionTerms,
): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  const usual = { iss: client_id, sub: client_id, aud: audience, jti: randomUUID(), iat: now, exp: now + 60 }
  return new SignJWT({ ...usual, ...claims })
    .setProtectedHeader({ alg, ...header })
    .sign(alg.startsWith('HS') ? new TextEncoder().encode(key) : createPrivateKey(key))
}

export const asParameters = (client_assertion: string): Record<string, string> => ({
  client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  client_assertion,
})

function secretOf(facts: SandboxFacts, client_id: string): { client_id: string; client_secret: string } {
  const found = facts.clients.find((client) => client.client_id === client_id)
  if (found === undefined) throw new Error(`The sandbox has no client ${client_id}.`)
  return { client_id, client_secret: found.client_secret }
}

const asserting = (facts: SandboxFacts, client_id: string, terms: AssertionTerms): Way => ({
  client_id,
  prove: async () => ({ parameters: asParameters(await assertion(client_id, facts.issuer, terms)) }),
})

const always = (client_id: string, proof: Proof): Way => ({ client_id, prove: async () => proof })

/** Every way that the sandbox takes, by its name and, where there is a choice, the algorithm. */
export const wayNames = [
  'client_secret_basic',
  'client_secret_post',
  'client_secret_jwt HS256',
  'client_secret_jwt HS384',
  'client_secret_jwt HS512',
  'private_key_jwt RS256',
  'private_key_jwt PS256',
  'private_key_jwt ES256',
  'private_key_jwt EdDSA',
  'tls_client_auth',
  'self_signed_tls_client_auth',
  'none',
] as const

export function way(facts: SandboxFacts, name: (typeof wayNames)[number]): Way {
  const [method, alg = ''] = name.split(' ')
  switch (method) {
    case 'client_secret_basic':
      return always('sandbox-jwt', { headers: basic(secretOf(facts, 'sandbox-jwt')) })
    case 'client_secret_post':
      return always('sandbox-jwt', { parameters: secretOf(facts, 'sandbox-jwt') })
    case 'client_secret_jwt':
      return asserting(facts, 'sandbox-secret-jwt', { alg, key: secretOf(facts, 'sandbox-secret-jwt').client_secret })
    case 'private_key_jwt': {
      const { ES256, EdDSA } = facts.otherPrivateKeys
      const key = alg === 'ES256' ? ES256 : alg === 'EdDSA' ? EdDSA : facts.privateKey
      return asserting(facts, 'sandbox-private-key-jwt', { alg, key })
    }
    case 'tls_client_auth':
      return always('sandbox-tls', { parameters: { client_id: 'sandbox-tls' }, identity: facts.clientCertificate })
    case 'self_signed_tls_client_auth':
      return always('sandbox-self-signed-tls', {
        parameters: { client_id: 'sandbox-self-signed-tls' },
        identity: facts.selfSignedCertificate,
      })
    default:
      return always('sandbox-public', { parameters: { client_id: 'sandbox-public' } })
  }
}
