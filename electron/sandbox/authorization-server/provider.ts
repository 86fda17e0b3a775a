import Provider, { errors, type ResourceServer } from 'oidc-provider'
import { answerForJwts, notYours } from './answer-for-jwts.ts'
import type { Client } from './client.ts'
import { createJwtAccessTokens } from './jwt-access-tokens.ts'
import { trimMetadata } from './metadata.ts'
import type { SigningKey } from './signing-key.ts'
import { createTokenStore } from './token-store.ts'

export const scope = 'api:read api:write'

/** Resource indicator and audience of the protected API. @see RFC 8707 §2 */
export const resource = 'urn:sandbox:orders'

export const paths = {
  openidConfiguration: '/.well-known/openid-configuration',
  serverMetadata: '/.well-known/oauth-authorization-server',
  jwks: '/jwks',
  token: '/token',
  introspection: '/token/introspection',
  revocation: '/token/revocation',
}

export interface ProviderOptions {
  issuer: string
  key: SigningKey
  /** Gets JWT access tokens when it names the resource. */
  jwtClient: Client
  /** Gets opaque access tokens always. */
  opaqueClient: Client
  /** The protected API itself: it gets no tokens, it introspects those of others. */
  introspector: Client
  /** In seconds. */
  accessTokenLifetime: number
}

export function createProvider(options: ProviderOptions): Provider {
  const { issuer, key, jwtClient, opaqueClient, introspector, accessTokenLifetime } = options
  const grant_types = ['client_credentials']
  const unused = { redirect_uris: [], response_types: [] }
  const provider = new Provider(issuer, {
    adapter: createTokenStore(Date.now),
    jwks: { keys: [key.privateJwk] },
    clients: [
      { ...jwtClient, ...unused, grant_types, scope },
      { ...opaqueClient, ...unused, grant_types, scope },
      { ...introspector, ...unused, grant_types: [] },
    ],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    scopes: scope.split(' '),
    claims: {},
    responseTypes: [],
    ttl: { ClientCredentials: accessTokenLifetime },
    routes: { jwks: paths.jwks, token: paths.token, introspection: paths.introspection, revocation: paths.revocation },
    renderError: (ctx, error) => {
      ctx.body = error
    },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      introspection: { enabled: true, allowedPolicy: () => true },
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => {
          if (token.clientId !== client.clientId) throw new errors.InvalidRequest(notYours)
          return true
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => undefined,
        getResourceServerInfo: (_ctx, indicator, client): ResourceServer => {
          if (indicator !== resource) throw new errors.InvalidTarget(`the only resource here is ${resource}`)
          const accessTokenFormat = client.clientId === opaqueClient.client_id ? 'opaque' : 'jwt'
          return { scope, audience: resource, accessTokenTTL: accessTokenLifetime, accessTokenFormat }
        },
      },
    },
  })
  answerForJwts(provider, createJwtAccessTokens(issuer, key.publicKey, Date.now))
  trimMetadata(provider, scope.split(' '))
  return provider
}
