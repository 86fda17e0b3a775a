/** What an address is for. `tls` is a port that takes TLS only, `page` a web page. */
export const endpointKinds = [
  'token',
  'authorization',
  'introspection',
  'revocation',
  'userinfo',
  'keys',
  'metadata',
  'device',
  'logout',
  'registration',
  'par',
  'issuer',
  'tls',
  'page',
] as const
export type EndpointKind = (typeof endpointKinds)[number]

/**
 * How paths of servers that nobody knows end, in lower case and without a slash at the end. `isVague` where token endpoints
 * are called so, too.
 */
export const pathEndings: readonly { kind: EndpointKind; ending: RegExp; isVague?: true }[] = [
  { kind: 'metadata', ending: /\/\.well-known\/(?:openid-configuration|oauth-authorization-server)/ },
  { kind: 'keys', ending: /\/(?:jwks|jwks\.json|jwk|keys|certs|publickeys|public-keys)$/ },
  { kind: 'introspection', ending: /introspect(?:ion|_token)?(?:\.oauth2)?$|\/(?:tokeninfo|check_token)$/ },
  { kind: 'revocation', ending: /\/(?:revoke|revocation|revoke[_-]?token|token[_-]revocation)(?:\.oauth2)?$/ },
  { kind: 'userinfo', ending: /\/user-?info(?:\.openid)?$/ },
  { kind: 'device', ending: /\/device(?:[_-]?(?:code|authorization|authorize))?(?:\.oauth2)?$|\/devicecode$/ },
  { kind: 'logout', ending: /\/(?:logout|signout|end[_-]?session)(?:\.ping)?$/ },
  { kind: 'par', ending: /\/(?:par|pushed[_-]authorization[_-]?requests?)(?:\.oauth2)?$/ },
  { kind: 'registration', ending: /\/(?:register|registration|clients-registrations\/\S{1,40})$/ },
  { kind: 'authorization', ending: /\/(?:authorize|authorization)(?:\.oauth2)?$|\/(?:oauth2|openid-connect)\/auth$/ },
  { kind: 'authorization', ending: /\/(?:auth|authz|login|oauth)$/, isVague: true },
  { kind: 'token', ending: /token(?:\.oauth2)?$|\/tokens$/ },
]

/** Paths of one product that belong together: where the end of one is in a URL, the others are beside it. */
type Family = Readonly<Partial<Record<EndpointKind, string>>> & { token: string }

/** From the products' documentation, as of their metadata. */
export const pathFamilies: readonly Family[] = [
  {
    token: '/protocol/openid-connect/token',
    authorization: '/protocol/openid-connect/auth',
    introspection: '/protocol/openid-connect/token/introspect',
    revocation: '/protocol/openid-connect/revoke',
    userinfo: '/protocol/openid-connect/userinfo',
    logout: '/protocol/openid-connect/logout',
    keys: '/protocol/openid-connect/certs',
    device: '/protocol/openid-connect/auth/device',
  },
  {
    token: '/oauth2/v2.0/token',
    authorization: '/oauth2/v2.0/authorize',
    logout: '/oauth2/v2.0/logout',
    device: '/oauth2/v2.0/devicecode',
    keys: '/discovery/v2.0/keys',
  },
  {
    token: '/connect/token',
    authorization: '/connect/authorize',
    introspection: '/connect/introspect',
    revocation: '/connect/revocation',
    userinfo: '/connect/userinfo',
    logout: '/connect/endsession',
    device: '/connect/deviceauthorization',
  },
  {
    token: '/as/token.oauth2',
    authorization: '/as/authorization.oauth2',
    introspection: '/as/introspect.oauth2',
    revocation: '/as/revoke_token.oauth2',
    keys: '/pf/jwks',
    userinfo: '/idp/userinfo.openid',
  },
  {
    token: '/v1/token',
    authorization: '/v1/authorize',
    introspection: '/v1/introspect',
    revocation: '/v1/revoke',
    userinfo: '/v1/userinfo',
    keys: '/v1/keys',
    logout: '/v1/logout',
  },
  {
    token: '/services/oauth2/token',
    authorization: '/services/oauth2/authorize',
    introspection: '/services/oauth2/introspect',
    revocation: '/services/oauth2/revoke',
    userinfo: '/services/oauth2/userinfo',
  },
  {
    token: '/token-srv/token',
    introspection: '/token-srv/introspect',
    revocation: '/token-srv/revoke',
    authorization: '/authz-srv/authz',
  },
  {
    token: '/oauth/v2/token',
    authorization: '/oauth/v2/authorize',
    introspection: '/oauth/v2/introspect',
    revocation: '/oauth/v2/revoke',
    keys: '/oauth/v2/keys',
  },
  { token: '/oauth2/token', authorization: '/oauth2/auth' },
  {
    token: '/oauth2/token',
    authorization: '/oauth2/authorize',
    introspection: '/oauth2/introspect',
    revocation: '/oauth2/revoke',
    userinfo: '/oauth2/userinfo',
    keys: '/oauth2/jwks',
  },
  {
    token: '/oauth/token',
    authorization: '/oauth/authorize',
    introspection: '/oauth/introspect',
    revocation: '/oauth/revoke',
    userinfo: '/oauth/userinfo',
  },
]
