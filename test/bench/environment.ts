import type { EnvironmentInput } from '../../electron/contract/environment.ts'

/** The environment that both G8 and G9 request their tokens for. */
export const benchEnvironment = (tokenEndpoint: string): EnvironmentInput => ({
  name: 'Bench',
  stage: 'development',
  provider: 'standard',
  issuer: '',
  token_endpoint: tokenEndpoint,
  introspection_endpoint: '',
  revocation_endpoint: '',
  jwks_uri: '',
  client_id: 'bench',
  token_endpoint_auth_method: 'client_secret_basic',
  scope: 'api:read',
  audience: '',
  resource: [],
  introspection: { authentication: 'client', bodyFormat: 'form' },
})
