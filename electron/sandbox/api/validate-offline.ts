import { createRemoteJWKSet, decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose'
import type { SigningKey } from '../authorization-server/signing-key.ts'
import type { Changes } from '../changing-server.ts'
import { claimsWithoutSignature, isSignedBy } from '../signed-jwt.ts'
import { accepted, type Validate } from './validation.ts'

export interface OfflineOptions {
  issuer: string
  jwksUri: string
  audience: string
  /** Taken while the switch for it is on. */
  weakKey: SigningKey
  changes: Changes
}

/**
 * Checks signature and claims with the keys of the authorization server and asks it nothing else, so a revoked token
 * is accepted until it expires. @see RFC 9068 §4
 */
export function validateOffline({ issuer, jwksUri, audience, weakKey, changes }: OfflineOptions): Validate {
  const keys = createRemoteJWKSet(new URL(jwksUri))

  async function claimsOf(token: string): Promise<JWTPayload> {
    const options = {
      issuer,
      ...(isAudienceChecked(token) && { audience }),
      typ: 'at+jwt',
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'iat', 'sub', 'jti', 'client_id'],
    }
    const isTaken = changes.has('signature_not_checked') || (changes.has('weak_key') && isSignedBy(token, weakKey))
    return isTaken ? claimsWithoutSignature(token, options) : (await jwtVerify(token, keys, options)).payload
  }

  function isAudienceChecked(token: string): boolean {
    if (changes.has('wrong_audience_accepted')) return false
    return !changes.has('no_audience') || decodeJwt(token).aud !== undefined
  }

  return async (token) => {
    if (token.split('.').length !== 3) {
      const description = 'This API validates JWT access tokens offline and this token is opaque'
      return { kind: 'refused', description: `${description}; ask for resource ${audience} to get a JWT.` }
    }
    try {
      return accepted(await claimsOf(token))
    } catch (error) {
      if (error instanceof errors.JWTExpired) return { kind: 'refused', description: 'The access token expired.' }
      if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) throw error
      return { kind: 'refused', description: `The access token does not hold: ${error.message}.` }
    }
  }
}
