import { createSign, generateKeyPairSync, type JsonWebKey } from 'node:crypto'

const segment = (text: string): string => Buffer.from(text).toString('base64url')

/** A JWT that nobody signed, of a payload as text, so that it can hold what no serializer writes. */
export function unsignedToken(payload: string, header: object = { alg: 'RS256', typ: 'at+jwt', kid: 'k' }): string {
  return `${segment(JSON.stringify(header))}.${segment(payload)}.${segment('no signature')}`
}

/** Signs claims with its own key, and gives the key set to check them with. */
export function signer(): { sign: (claims: object) => string; jwks: { keys: JsonWebKey[] } } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const header = segment(JSON.stringify({ alg: 'RS256', typ: 'at+jwt', kid: 'test' }))
  return {
    sign: (claims) => {
      const input = `${header}.${segment(JSON.stringify(claims))}`
      return `${input}.${createSign('sha256').update(input).sign(privateKey, 'base64url')}`
    },
    jwks: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'test', alg: 'RS256', use: 'sig' }] },
  }
}

/** The same token with one claim changed, under the signature of the old one. */
export function withChangedClaim(token: string, name: string, value: string): string {
  const [header, payload = '', signature] = token.split('.')
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())
  return [header, segment(JSON.stringify({ ...Object(claims), [name]: value })), signature].join('.')
}
