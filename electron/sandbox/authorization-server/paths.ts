/** What the authorization server answers, at its issuer's address. */
export const paths = {
  openidConfiguration: '/.well-known/openid-configuration',
  serverMetadata: '/.well-known/oauth-authorization-server',
  jwks: '/jwks',
  token: '/token',
  introspection: '/token/introspection',
  revocation: '/token/revocation',
}

/** Those that a client authenticates at. */
export const endpointsAt = (origin: string) => ({
  token_endpoint: origin + paths.token,
  introspection_endpoint: origin + paths.introspection,
  revocation_endpoint: origin + paths.revocation,
})
