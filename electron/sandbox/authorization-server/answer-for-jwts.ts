import type Provider from 'oidc-provider'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { isRecord } from '../json-http.ts'
import type { JwtAccessTokens } from './jwt-access-tokens.ts'

/**
 * oidc-provider refuses to introspect or revoke a JWT with `unsupported_token_type`. It says so after it has
 * authenticated the client and read the parameters, so here that refusal is replaced by the answer.
 */
export function answerForJwts(provider: Provider, tokens: JwtAccessTokens): void {
  provider.use(async (ctx, next) => {
    await next()
    if (!isRecord(ctx.body) || ctx.body['error'] !== 'unsupported_token_type') return
    const { route, client, params }: KoaContextWithOIDC['oidc'] = ctx['oidc']
    const claims = await tokens.read(String(params?.['token']))
    if (route === 'introspection') {
      ctx.status = 200
      ctx.body = claims === null ? { active: false } : { active: true, ...claims, token_type: 'Bearer' }
    } else if (claims === null || claims['client_id'] === client?.clientId) {
      if (claims !== null) tokens.revoke(claims)
      ctx.remove('content-type')
      ctx.status = 200
      ctx.body = ''
    } else {
      ctx.body = { error: 'invalid_request', error_description: notYours }
    }
  })
}

/** What oidc-provider says of an opaque token in the same case. @see RFC 7009 §2.1 */
export const notYours = 'client is not authorized to revoke the presented token'
