import { exportJWK, generateKeyPair, type JWK, type JWTHeaderParameters, SignJWT } from 'jose'

export interface Signer {
  /** The public key, as a set publishes it. */
  published: JWK
  /** The key with its private part. */
  jwk: JWK
  sign: (claims?: Record<string, unknown>, header?: Partial<JWTHeaderParameters>) => Promise<string>
}

/** Someone who signs tokens with a key of their own. */
export async function makeSigner(kid: string | null): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const named = kid === null ? {} : { kid }
  return {
    published: { ...(await exportJWK(publicKey)), ...named },
    jwk: { ...(await exportJWK(privateKey)), ...named },
    sign: (claims = {}, header = {}) =>
      new SignJWT({ iss: 'https://as.example', ...claims })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', ...named, ...header })
        .setExpirationTime('1h')
        .sign(privateKey, { crit: { jku: true } }),
  }
}

/** A token whose parts are exactly these. */
export function assembled(header: object, claims: object, signature = 'AA'): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part(header)}.${part(claims)}.${signature}`
}
