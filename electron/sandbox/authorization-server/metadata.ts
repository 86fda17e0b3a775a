import type Provider from 'oidc-provider'
import type { SandboxFacts } from '../../contract/sandbox.ts'
import { isRecord } from '../json-http.ts'

/** What remains true of a server that knows no user and one grant. @see RFC 8414 §2 */
const members = [
  'issuer',
  'token_endpoint',
  'token_endpoint_auth_methods_supported',
  'token_endpoint_auth_signing_alg_values_supported',
  'introspection_endpoint',
  'introspection_signing_alg_values_supported',
  'revocation_endpoint',
  'jwks_uri',
  'grant_types_supported',
  'response_types_supported',
  'dpop_signing_alg_values_supported',
  'tls_client_certificate_bound_access_tokens',
]

/** Clients authenticate in the same way everywhere, so these members are said of the other two endpoints as well. */
const ofEveryEndpoint = ['auth_methods_supported', 'auth_signing_alg_values_supported']

/** What the sandbox adds to oidc-provider's own metadata. @see RFC 8705 §5 */
export type AddedMetadata = { scopes_supported: readonly string[] } & Pick<SandboxFacts, 'mtls_endpoint_aliases'>

/** oidc-provider also advertises what belongs to flows with a user; those paths are closed here. */
export function trimMetadata(provider: Provider, added: AddedMetadata): void {
  provider.use(async (ctx, next) => {
    await next()
    if (ctx['oidc']?.route !== 'discovery' || !isRecord(ctx.body)) return
    const { body } = ctx
    ctx.body = {
      ...Object.fromEntries(members.map((name) => [name, body[name]])),
      ...Object.fromEntries(
        ['introspection', 'revocation'].flatMap((endpoint) =>
          ofEveryEndpoint.map((name) => [`${endpoint}_endpoint_${name}`, body[`token_endpoint_${name}`]]),
        ),
      ),
      ...added,
    }
  })
}
