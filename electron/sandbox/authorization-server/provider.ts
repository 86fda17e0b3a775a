import { randomBytes } from 'node:crypto'
import Provider, { type AdapterFactory, errors, type ResourceServer } from 'oidc-provider'
import { assertionAlgorithms, proofAlgorithms } from '../algorithms.ts'
import { type Changes, longLifetime, newAudience, remainingScope, shortLifetime } from '../changing-server.ts'
import { answerForJwts } from './answer-for-jwts.ts'
import type { Client } from './client.ts'
import { type RegisteredClient, scope } from './clients.ts'
import { createJwtAccessTokens } from './jwt-access-tokens.ts'
import { type AddedMetadata, trimMetadata } from './metadata.ts'
import { mTLS } from './mutual-tls.ts'
import { paths } from './paths.ts'
import { mayIntrospect, mayRevoke } from './policy.ts'
import type { SigningKey } from './signing-key.ts'
import { issueWeakTokens } from './weak-tokens.ts'
import { type CountWrong, limitWrongCredentials } from './wrong-credentials.ts'

/** Resource indicator and audience of the protected API. @see RFC 8707 §2 */
export const resource = 'urn:sandbox:orders'

/** That of another API, which is not here. Its tokens are not for the protected API. */
export const otherResource = 'urn:sandbox:reports'

export interface ProviderOptions {
  issuer: string
  key: SigningKey
  /** Signs in place of `key` with the switch for it. */
  weakKey: SigningKey
  clients: readonly RegisteredClient[]
  /** The protected API itself: it gets no tokens, it introspects those of others. */
  introspector: Client
  mtls_endpoint_aliases: AddedMetadata['mtls_endpoint_aliases']
  /** In seconds. */
  accessTokenLifetime: number
  changes: Changes
  /** What keeps opaque tokens. */
  tokens: AdapterFactory
  countWrong: CountWrong
}

export function createProvider(options: ProviderOptions): Provider {
  const { issuer, key, weakKey, clients, introspector, mtls_endpoint_aliases, changes, tokens } = options
  const lifetime = () => {
    if (changes.has('short_lifetime')) return shortLifetime
    return changes.has('long_lifetime') ? longLifetime : options.accessTokenLifetime
  }
  const revokes = () => !changes.has('revocation_without_effect')
  const withOpaqueTokens = new Set(
    clients.filter(({ facts }) => facts.accessToken === 'opaque').map(({ facts }) => facts.client_id),
  )
  const provider = new Provider(issuer, {
    adapter: tokens,
    jwks: { keys: [key.privateJwk] },
    clients: [
      ...clients.map(({ metadata }) => metadata),
      { ...introspector, redirect_uris: [], response_types: [], grant_types: [] },
    ],
    clientAuthMethods: [
      'client_secret_basic',
      'client_secret_post',
      'client_secret_jwt',
      'private_key_jwt',
      'tls_client_auth',
      'self_signed_tls_client_auth',
      'none',
    ],
    enabledJWA: {
      clientAuthSigningAlgValues: assertionAlgorithms,
      dPoPSigningAlgValues: proofAlgorithms,
      introspectionSigningAlgValues: ['RS256'],
    },
    scopes: scope.split(' '),
    claims: {},
    responseTypes: [],
    ttl: { ClientCredentials: lifetime },
    routes: { jwks: paths.jwks, token: paths.token, introspection: paths.introspection, revocation: paths.revocation },
    renderError: (ctx, error) => {
      ctx.body = error
    },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      // Whoever sends a proof is asked for the server's nonce; nobody has to send one. RFC 9449 §8
      dPoP: { enabled: true, nonceSecret: randomBytes(32), requireNonce: () => true },
      mTLS,
      pushedAuthorizationRequests: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      introspection: { enabled: true, allowedPolicy: (_ctx, client, token) => mayIntrospect(client, token.clientId) },
      jwtIntrospection: { enabled: true },
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => mayRevoke(client, token.clientId) && revokes(),
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => undefined,
        getResourceServerInfo: (_ctx, indicator, client): ResourceServer => {
          if (indicator !== resource && indicator !== otherResource)
            throw new errors.InvalidTarget(`the resources here are ${resource} and ${otherResource}`)
          const accessTokenFormat = withOpaqueTokens.has(client.clientId) ? 'opaque' : 'jwt'
          return {
            scope: changes.has('lost_scope') ? remainingScope : scope,
            audience: indicator === resource && changes.has('new_audience') ? newAudience : indicator,
            accessTokenTTL: lifetime(),
            accessTokenFormat,
          }
        },
      },
    },
  })
  answerForJwts(provider, {
    tokens: createJwtAccessTokens(issuer, { key, weakKey }, Date.now),
    key,
    revokes,
    now: Date.now,
  })
  issueWeakTokens(provider, { changes, key, weakKey })
  limitWrongCredentials(provider, options.countWrong, () => !changes.has('no_rate_limit'))
  trimMetadata(provider, { scopes_supported: scope.split(' '), mtls_endpoint_aliases })
  return provider
}
