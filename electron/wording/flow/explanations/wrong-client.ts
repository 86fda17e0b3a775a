import type { AuthMethod } from '../../../contract/client-authentication.ts'
import type { Provider } from '../../../contract/environment.ts'

/** A code of an answer, empty where there is none, and what it means. */
export interface CanGoWrong {
  code: string
  text: string
}

/** What `invalid_client` means with each authentication method. */
export const invalidClient: Readonly<Record<AuthMethod, string>> = {
  client_secret_basic: 'wrong secret or method, or the other encoding of the Basic header',
  client_secret_post: 'wrong secret or method',
  client_secret_jwt: 'wrong secret, or an assertion with the wrong audience or algorithm',
  private_key_jwt: 'public key not registered, or wrong kid, audience or clock',
  client_assertion_file: 'assertion expired, or its issuer is not trusted',
  tls_client_auth: 'certificate missing, or another subject than registered',
  self_signed_tls_client_auth: 'certificate missing, or not the registered one',
  none: 'the server wants this client to authenticate',
}

/** What a provider is known to answer to a token request. */
export const ofProvider: Readonly<Partial<Record<Provider, readonly CanGoWrong[]>>> = {
  auth0: [{ code: 'access_denied', text: 'no audience, or the client is not authorized for that API' }],
  okta: [{ code: 'invalid_scope', text: 'no scope, or a custom scope at the org server' }],
  entra: [
    { code: 'AADSTS7000215', text: 'the ID of the secret instead of its value' },
    { code: 'AADSTS1002012', text: 'a scope that does not end with /.default' },
  ],
  keycloak: [{ code: 'unauthorized_client', text: 'service accounts are off for this client' }],
  cognito: [{ code: 'invalid_scope', text: 'scope not written as resourceServer/scope' }],
  salesforce: [{ code: 'invalid_grant', text: 'no run-as user, or not the My Domain URL' }],
  hydra: [{ code: 'invalid_request', text: 'audience not on the list of the client' }],
  zitadel: [{ code: 'invalid_scope', text: 'openid is missing' }],
}
