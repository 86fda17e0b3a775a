import { createRemoteJWKSet, errors, jwtVerify } from 'jose'
import { accepted, type Validate } from './validation.ts'

/**
 * Checks signature and claims with the keys of the authorization server and asks it nothing else, so a revoked token
 * is accepted until it expires. @see RFC 9068 §4
 */
export function validateOffline(issuer: string, jwksUri: string, audience: string): Validate {
  const keys = createRemoteJWKSet(new URL(jwksUri))
  return async (token) => {
    if (token.split('.').length !== 3) {
      const description = 'This API validates JWT access tokens offline and this token is opaque'
      return { kind: 'refused', description: `${description}; ask for resource ${audience} to get a JWT.` }
    }
    try {
      const requiredClaims = ['exp', 'iat', 'sub', 'jti', 'client_id']
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        typ: 'at+jwt',
        algorithms: ['RS256'],
        requiredClaims,
      })
      return accepted(payload)
    } catch (error) {
      if (error instanceof errors.JWTExpired) return { kind: 'refused', description: 'The access token expired.' }
      if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) throw error
      return { kind: 'refused', description: `The access token does not hold: ${error.message}.` }
    }
  }
}
