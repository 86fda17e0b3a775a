import { errors, jwtVerify, type JWTPayload } from 'jose'
import { claimsWithoutSignature, isSignedBy } from '../signed-jwt.ts'
import type { SigningKey } from './signing-key.ts'

/** What an authorization server knows of the JWT access tokens that it issued. */
export interface JwtAccessTokens {
  /** The claims of a token that is genuine, not expired and not revoked; null of any other. */
  read: (token: string) => Promise<JWTPayload | null>
  revoke: (claims: JWTPayload) => void
}

/** `now` counts milliseconds since 1970. @see RFC 9068 §4 */
export function createJwtAccessTokens(
  issuer: string,
  { key, weakKey }: { key: SigningKey; weakKey: SigningKey },
  now: () => number,
): JwtAccessTokens {
  /** `jti` to `exp` in seconds: an expired token need not be remembered. */
  const revoked = new Map<string, number>()

  async function read(token: string): Promise<JWTPayload | null> {
    try {
      const options = {
        issuer,
        typ: 'at+jwt',
        algorithms: ['RS256'],
        requiredClaims: ['exp', 'jti', 'client_id'],
        currentDate: new Date(now()),
      }
      const payload = isSignedBy(token, weakKey)
        ? claimsWithoutSignature(token, options)
        : (await jwtVerify(token, key.publicKey, options)).payload
      return revoked.has(payload.jti ?? '') ? null : payload
    } catch (error) {
      if (error instanceof errors.JOSEError) return null
      throw error
    }
  }

  function revoke({ jti, exp }: JWTPayload): void {
    for (const [id, expiry] of revoked) if (expiry * 1000 <= now()) revoked.delete(id)
    if (jti !== undefined && exp !== undefined) revoked.set(jti, exp)
  }

  return { read, revoke }
}
