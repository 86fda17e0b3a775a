import { createHash } from 'node:crypto'
import { calculateJwkThumbprint, EmbeddedJWK, errors, jwtVerify, type JWTVerifyResult } from 'jose'
import { proofAlgorithms } from '../algorithms.ts'
import type { TokenError } from '../authorization.ts'
import { createNonces } from './nonces.ts'
import { createFirstUse } from './used-proofs.ts'

/** A request that came with a DPoP-bound access token. */
export interface ProvenRequest {
  /** The `DPoP` header; undefined when there is none. */
  proof: string | undefined
  method: string
  /** Without query and fragment. */
  url: string
  accessToken: string
  /** Thumbprint of the key that the token is bound to. */
  jkt: string
}

export interface ProofChecker {
  /** Null when the proof holds. */
  check: (request: ProvenRequest) => Promise<TokenError | null>
  /** For the header `DPoP-Nonce`. */
  nonce: () => string
}

/** In seconds: how far `iat` may be from now, and so for how long a proof is remembered. */
const window = 300

/** `now` counts milliseconds since 1970. @see RFC 9449 §4.3, §7, §9 */
export function createProofChecker(now: () => number): ProofChecker {
  const nonces = createNonces(now)
  const isFirstUse = createFirstUse(now, 2 * window * 1000)

  async function check({ proof, method, url, accessToken, jkt }: ProvenRequest): Promise<TokenError | null> {
    if (proof === undefined) return invalid('the request has no DPoP header')
    const verified = await verify(proof, now())
    if (verified === null) return invalid('it is not a JWT of type dpop+jwt that its own public key verifies')
    const { payload, protectedHeader } = verified
    if (payload['htm'] !== method) return invalid(`its htm is not ${method}`)
    if (withoutQuery(payload['htu']) !== url) return invalid(`its htu is not ${url}`)
    if (payload.iat === undefined || Math.abs(now() / 1000 - payload.iat) > window)
      return invalid(`its iat is missing or more than ${window} seconds from now`)
    if (payload['ath'] !== createHash('sha256').update(accessToken).digest('base64url'))
      return invalid('its ath is not the hash of the access token')
    if (protectedHeader.jwk === undefined || (await calculateJwkThumbprint(protectedHeader.jwk)) !== jkt)
      return {
        error: 'invalid_token',
        error_description: 'The access token is bound to another key than the DPoP proof is made with.',
      }
    if (!nonces.isKnown(payload['nonce']))
      return {
        error: 'use_dpop_nonce',
        error_description: 'Make a new proof with the nonce that is in the header DPoP-Nonce.',
      }
    if (payload.jti === undefined || payload.jti === '') return invalid('it has no jti')
    return isFirstUse(jkt, payload.jti) ? null : invalid('it was used before')
  }

  return { check, nonce: nonces.current }
}

/** Null when the signature does not hold, or the form is another one. */
async function verify(proof: string, now: number): Promise<JWTVerifyResult | null> {
  try {
    return await jwtVerify(proof, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: proofAlgorithms,
      currentDate: new Date(now),
    })
  } catch (error) {
    // A key that cannot be imported is a DOMException or a TypeError, no matter what the runtime makes of it.
    if (error instanceof errors.JOSEError || error instanceof TypeError || error instanceof DOMException) return null
    throw error
  }
}

function withoutQuery(htu: unknown): string | null {
  if (typeof htu !== 'string' || !URL.canParse(htu)) return null
  const { origin, pathname } = new URL(htu)
  return origin + pathname
}

function invalid(reason: string): TokenError {
  return { error: 'invalid_dpop_proof', error_description: `The DPoP proof is not accepted: ${reason}.` }
}
