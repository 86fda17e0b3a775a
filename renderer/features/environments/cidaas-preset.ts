import type { FormValues } from './form-values.ts'

/** What cidaas needs, filled in from its base URL where nothing is typed yet. */
export function withCidaasPreset(values: FormValues): FormValues {
  const base = values.issuer.trim().replace(/\/$/, '')
  const at = (path: string, typed: string) => (typed === '' && base !== '' ? base + path : typed)
  return {
    ...values,
    provider: 'cidaas',
    token_endpoint: at('/token-srv/token', values.token_endpoint),
    introspection_endpoint: at('/token-srv/introspect', values.introspection_endpoint),
    revocation_endpoint: at('/token-srv/revoke', values.revocation_endpoint),
    jwks_uri: at('/.well-known/jwks.json', values.jwks_uri),
    token_endpoint_auth_method: 'client_secret_post',
    introspection: { authentication: 'bearer_token_itself', bodyFormat: 'form' },
  }
}
