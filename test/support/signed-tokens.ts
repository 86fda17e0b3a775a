import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { decodeToken } from '../../electron/core/token/decode/decode.ts'
import type { Expectations } from '../../electron/core/token/verify/checks.ts'
import { type Verified, verifyToken } from '../../electron/core/token/verify/verify.ts'
import type { Keys } from '../../electron/core/token/verify/verification-keys.ts'

export const now = 1_800_000_000

/** Claims as RFC 9068 wants them. */
export const claims = {
  iss: 'https://as.example',
  aud: 'urn:api',
  sub: 'c',
  client_id: 'c',
  iat: now,
  exp: now + 600,
  jti: '1',
  scope: 'api:read',
}

export const expected: Expectations = {
  issuer: 'https://as.example',
  audiences: ['urn:api'],
  client_id: 'c',
  scopeAsked: 'api:read',
  serverNow: now * 1000,
  binding: null,
}

export interface Signer {
  /** The public half, with `kid`. */
  jwk: JWK
  /** The private one. */
  privateJwk: JWK
  sign: (payload?: object, header?: object) => Promise<string>
}

export async function signer(alg: string, kid = 'k1'): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  return {
    jwk: { ...(await exportJWK(publicKey)), kid },
    privateJwk: { ...(await exportJWK(privateKey)), kid },
    sign: (payload = claims, header = {}) =>
      new SignJWT({ ...payload }).setProtectedHeader({ alg, kid, typ: 'at+jwt', ...header }).sign(privateKey),
  }
}

export const keysOf = (...keys: JWK[]): Keys => ({ kind: 'keys', keys: { keys } })

export const verify = (token: string, keys: Keys, expectations: Expectations | null = expected): Promise<Verified> =>
  verifyToken(token, decodeToken(token), keys, expectations, now * 1000)

export function checkOf({ checks }: Verified, name: string) {
  const check = checks.find((each) => each.name === name)
  if (check === undefined) throw new Error(`There is no check ${name}.`)
  return check
}

export const segment = (value: object | string): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')
