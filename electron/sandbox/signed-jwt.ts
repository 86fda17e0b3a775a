import { sign, verify } from 'node:crypto'
import {
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JWTClaimVerificationOptions,
  type JWTPayload,
  UnsecuredJWT,
} from 'jose'
import type { SigningKey } from './authorization-server/signing-key.ts'

/** RS256, with a key of any length: jose takes none of fewer than 2048 bits. @see RFC 7515 §3, RFC 7518 §3.3 */
export function signJwt(header: object, claims: object, { privateKey, privateJwk }: SigningKey): string {
  const input = `${encode({ ...header, alg: 'RS256', kid: privateJwk.kid })}.${encode(claims)}`
  return `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`
}

/** Whether this key signed it. False of what is no JWT. */
export function isSignedBy(token: string, { publicKey }: SigningKey): boolean {
  const end = token.lastIndexOf('.')
  return verify('sha256', Buffer.from(token.slice(0, end)), publicKey, Buffer.from(token.slice(end + 1), 'base64url'))
}

/** The claims of a JWT where they hold, no matter who signed it. */
export function claimsWithoutSignature(token: string, options: JWTClaimVerificationOptions): JWTPayload {
  try {
    const { typ } = decodeProtectedHeader(token)
    return UnsecuredJWT.decode(`${encode({ alg: 'none', typ })}.${encode(decodeJwt(token))}.`, options).payload
  } catch (error) {
    if (error instanceof TypeError) throw new errors.JWTInvalid('It is not a JWT.')
    throw error
  }
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')
