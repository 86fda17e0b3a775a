import { SignJWT } from 'jose'
import type { KoaContextWithOIDC } from 'oidc-provider'
import type { SigningKey } from './signing-key.ts'

const mediaType = 'application/token-introspection+jwt'

/** Puts the answer of an introspection into a JWT when the request asks for one, as oidc-provider does. @see RFC 9701 §5 */
export async function signIfAsked(
  ctx: Pick<KoaContextWithOIDC, 'accepts' | 'body' | 'type'>,
  { issuer, audience, key, now }: { issuer: string; audience: string; key: SigningKey; now: number },
): Promise<void> {
  if (ctx.accepts('json', mediaType) !== mediaType) return
  ctx.body = await new SignJWT({ token_introspection: ctx.body })
    .setProtectedHeader({ alg: 'RS256', typ: 'token-introspection+jwt', kid: key.privateJwk.kid })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(new Date(now))
    .sign(key.privateKey)
  ctx.type = `${mediaType}; charset=utf-8`
}
