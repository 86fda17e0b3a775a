import { createHash, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { calculateJwkThumbprint, decodeJwt, type JWK, SignJWT } from 'jose'
import { assertNever } from '../../common/assert-never.ts'
import type { DpopSettings } from '../../contract/client-authentication.ts'
import type { Headers } from '../../contract/exchange.ts'
import { memberOf, stringOf } from '../../common/json-source.ts'
import type { ReceivedResponse } from '../http/transcript.ts'
import { readJsonObject } from '../json/json.ts'
import { challengesOf } from './challenge.ts'
import type { AssertionDeps } from './client-auth/credentials.ts'

/** A key that the client proves to hold, and the algorithm it signs with. */
export interface DpopKey {
  key: KeyObject
  /** The required members only, in clear for the proof's header. */
  publicJwk: JWK
  alg: DpopSettings['alg']
  /** SHA-256, base64url: what `cnf.jkt` of a bound token says. @see RFC 7638, RFC 9449 §6.1 */
  thumbprint: string
}

/** What a proof is for. Without a nonce or an access token (at the token endpoint) they are null. */
export interface ProofTerms {
  method: string
  url: string
  nonce: string | null
  accessToken: string | null
}

/** The DPoP key of a private key that fits the algorithm. */
export async function dpopKeyOf(key: KeyObject, alg: DpopKey['alg']): Promise<DpopKey> {
  const publicJwk: JWK = { ...createPublicKey(key).export({ format: 'jwk' }) }
  return { key, publicJwk, alg, thumbprint: await calculateJwkThumbprint(publicJwk) }
}

/** A new key of the kind that the algorithm needs. */
export async function generateDpopKey(alg: DpopKey['alg']): Promise<DpopKey> {
  return dpopKeyOf(await newKey(alg), alg)
}

async function newKey(alg: DpopKey['alg']): Promise<KeyObject> {
  const generate = promisify(generateKeyPair)
  switch (alg) {
    case 'RS256':
    case 'RS384':
    case 'RS512':
    case 'PS256':
    case 'PS384':
    case 'PS512':
      return (await generate('rsa', { modulusLength: 2048 })).privateKey
    case 'ES256':
      return (await generate('ec', { namedCurve: 'P-256' })).privateKey
    case 'ES384':
      return (await generate('ec', { namedCurve: 'P-384' })).privateKey
    case 'ES512':
      return (await generate('ec', { namedCurve: 'P-521' })).privateKey
    case 'EdDSA':
      return (await generate('ed25519')).privateKey
    default:
      return assertNever(alg)
  }
}

/** Signs a proof, good for one request: its `jti` is used up by it. @see RFC 9449 §4.2, §7 */
export function dpopProof({ key, publicJwk, alg }: DpopKey, terms: ProofTerms, deps: AssertionDeps): Promise<string> {
  const { method, nonce, accessToken } = terms
  const claims = {
    jti: deps.newId(),
    htm: method,
    htu: targetOf(terms.url),
    iat: Math.floor(deps.now() / 1000),
    ...(nonce !== null && { nonce }),
    ...(accessToken !== null && { ath: createHash('sha256').update(accessToken).digest('base64url') }),
  }
  return new SignJWT(claims).setProtectedHeader({ typ: 'dpop+jwt', alg, jwk: publicJwk }).sign(key)
}

/** The URL without query and fragment, and without credentials, which do not belong to the target either. */
function targetOf(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}

const nonceWanted = 'use_dpop_nonce'

/** The nonce that an answer supplies for the next proof, or null: none, or one that a nonce cannot be. @see RFC 9449 §8.1 */
export function nonceOf(headers: Headers): string | null {
  const nonces = fieldsOf(headers, 'dpop-nonce').filter((value) => /^[\x21\x23-\x5B\x5D-\x7E]+$/.test(value))
  return nonces.at(-1) ?? null
}

/** The proof that a request of ours carried, with its nonce; null when it carried none. */
export function proofSent(headers: Headers): { nonce: string | null } | null {
  const [proof] = fieldsOf(headers, 'dpop')
  if (proof === undefined) return null
  const { nonce } = decodeJwt(proof)
  return { nonce: typeof nonce === 'string' ? nonce : null }
}

/** True when an answer refuses a proof because it wants a nonce: authorization servers say so in the body, protected resources in a challenge. @see RFC 9449 §8, §9 */
export function wantsNonce({ status, headers, body }: Pick<ReceivedResponse, 'status' | 'headers' | 'body'>): boolean {
  if (status !== 400 && status !== 401) return false
  return (status === 401 && challenges(headers)) || errorOf(body) === nonceWanted
}

function challenges(headers: Headers): boolean {
  return challengesOf({ headers }).some(
    ({ challenge }) => challenge.scheme.toLowerCase() === 'dpop' && challenge.error === nonceWanted,
  )
}

function fieldsOf(headers: Headers, name: string): string[] {
  return headers.filter(([field]) => field.toLowerCase() === name).map(([, value]) => value.trim())
}

function errorOf(body: Uint8Array): string | null {
  const reading = readJsonObject(Buffer.from(body).toString('utf8'))
  return reading.kind === 'object' ? stringOf(memberOf(reading.object, 'error')?.source) : null
}
