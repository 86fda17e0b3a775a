import type Provider from 'oidc-provider'
import { isRecord } from '../json-http.ts'

/** What remains true of a server that knows no user and one grant. @see RFC 8414 §2 */
const members = [
  'issuer',
  'token_endpoint',
  'token_endpoint_auth_methods_supported',
  'introspection_endpoint',
  'revocation_endpoint',
  'jwks_uri',
  'grant_types_supported',
  'response_types_supported',
]

/** oidc-provider also advertises what belongs to flows with a user; those paths are closed here. */
export function trimMetadata(provider: Provider, scopes_supported: readonly string[]): void {
  provider.use(async (ctx, next) => {
    await next()
    if (ctx['oidc']?.route !== 'discovery' || !isRecord(ctx.body)) return
    const { body } = ctx
    ctx.body = {
      ...Object.fromEntries(members.map((name) => [name, body[name]])),
      scopes_supported,
      introspection_endpoint_auth_methods_supported: body['token_endpoint_auth_methods_supported'],
      revocation_endpoint_auth_methods_supported: body['token_endpoint_auth_methods_supported'],
    }
  })
}
