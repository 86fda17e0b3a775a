import type Provider from 'oidc-provider'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { confirmationOf } from '../confirmation.ts'
import { isRecord } from '../json-http.ts'
import type { JwtAccessTokens } from './jwt-access-tokens.ts'
import { mayIntrospect, notYours } from './policy.ts'
import { signIfAsked } from './signed-introspection.ts'
import type { SigningKey } from './signing-key.ts'

export interface AnswerForJwtsOptions {
  tokens: JwtAccessTokens
  /** Signs answers to introspection. */
  key: SigningKey
  /** Whether revocation has an effect. */
  revokes: () => boolean
  /** Milliseconds since 1970. */
  now: () => number
}

/**
 * oidc-provider refuses to introspect or revoke a JWT with `unsupported_token_type`. It says so after it has
 * authenticated the client and read the parameters, so here that refusal is replaced by the answer.
 */
export function answerForJwts(provider: Provider, { tokens, key, revokes, now }: AnswerForJwtsOptions): void {
  provider.use(async (ctx, next) => {
    await next()
    if (!isRecord(ctx.body) || ctx.body['error'] !== 'unsupported_token_type') return
    const { route, client, params }: KoaContextWithOIDC['oidc'] = ctx['oidc']
    const claims = await tokens.read(String(params?.['token']))
    if (route === 'introspection') {
      ctx.status = 200
      ctx.body = claims === null || !mayIntrospect(client, claims['client_id']) ? { active: false } : describe(claims)
      await signIfAsked(ctx, { issuer: provider.issuer, audience: client?.clientId ?? '', key, now: now() })
    } else if (claims === null || claims['client_id'] === client?.clientId) {
      if (claims !== null && revokes()) tokens.revoke(claims)
      ctx.remove('content-type')
      ctx.status = 200
      ctx.body = ''
    } else {
      ctx.body = { error: 'invalid_request', error_description: notYours }
    }
  })
}

/** @see RFC 7662 §2.2, RFC 9449 §6.2 */
function describe(claims: Record<string, unknown>): object {
  return { active: true, ...claims, token_type: confirmationOf(claims).jkt === null ? 'Bearer' : 'DPoP' }
}
