import { createHash, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto'
import { calculateJwkThumbprint, SignJWT } from 'jose'
import type { SandboxFacts } from '../../electron/contract/sandbox.ts'
import { send, type Received } from './sandbox-https.ts'
import { requestToken, tokenIn, type Way } from './sandbox-ways.ts'

export interface DpopKey {
  alg: string
  privateKey: KeyObject
  publicKey: KeyObject
}

export const ecKey = (): DpopKey => ({ alg: 'ES256', ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) })
export const rsaKey = (alg: string): DpopKey => ({ alg, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) })
export const edKey = (): DpopKey => ({ alg: 'EdDSA', ...generateKeyPairSync('ed25519') })

export const thumbprint = ({ publicKey }: DpopKey): Promise<string> =>
  calculateJwkThumbprint(publicKey.export({ format: 'jwk' }))

/** A proof that holds for this request, unless `claims` or `header` say otherwise. @see RFC 9449 §4.2 */
export function proof(
  key: DpopKey,
  { method, url, nonce, token }: { method: string; url: string; nonce?: string; token?: string },
  claims: Record<string, unknown> = {},
  header: Record<string, unknown> = {},
): Promise<string> {
  return new SignJWT({
    jti: randomUUID(),
    htm: method,
    htu: url,
    iat: Math.floor(Date.now() / 1000),
    ...(nonce !== undefined && { nonce }),
    ...(token !== undefined && { ath: createHash('sha256').update(token).digest('base64url') }),
    ...claims,
  })
    .setProtectedHeader({
      alg: key.alg,
      typ: 'dpop+jwt',
      jwk: key.publicKey.export({ format: 'jwk' }),
      ...header,
    })
    .sign(key.privateKey)
}

export const nonceOf = ({ headers }: Received): string => String(headers['dpop-nonce'])

/** Asks for a token twice: without the server's nonce, to learn it, and with it. */
export async function boundToken(
  facts: SandboxFacts,
  own: Way,
  key: DpopKey,
  kind: 'jwt' | 'opaque',
): Promise<{ first: Received; second: Received; token: string }> {
  const url = facts.token_endpoint
  const first = await requestToken(facts, own, kind, { dpop: await proof(key, { method: 'POST', url }) })
  const dpop = await proof(key, { method: 'POST', url, nonce: nonceOf(first) })
  const second = await requestToken(facts, own, kind, { dpop })
  return { first, second, token: tokenIn(second) }
}

/** Calls the API with `Authorization: DPoP` and this proof. */
export function call(url: string, token: string, dpop: string | null): Promise<Received> {
  return send(url, { headers: { authorization: `DPoP ${token}`, ...(dpop !== null && { dpop }) } })
}
