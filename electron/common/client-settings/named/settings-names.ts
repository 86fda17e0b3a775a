import { wordsOf } from './named-text.ts'

/** What a name can mean. `server` is an address that may be of the issuer or of one of its endpoints. */
export type Meaning =
  | 'client_id'
  | 'app_id'
  | 'client_secret'
  | 'weak_secret'
  | 'private_key'
  | 'key_id'
  | 'token_endpoint'
  | 'issuer'
  | 'server'
  | 'base'
  | 'tenant'
  | 'realm'
  | 'user_pool'
  | 'introspection_endpoint'
  | 'revocation_endpoint'
  | 'jwks_uri'
  | 'scope'
  | 'audience'
  | 'resource'
  | 'method'
  | 'name'
  | 'proxy'
  | 'proxy_bypass'

/** The ends of names, in words with `_` between them. */
const endings: Readonly<Record<Meaning, string>> = {
  client_id: 'client_id clientid client_identifier consumer_key client_key',
  app_id: 'app_id appid application_id applicationid oauth_id',
  client_secret:
    'client_secret clientsecret client_secret_value client_password app_secret app_password application_secret consumer_secret oauth_secret',
  weak_secret: 'secret password',
  private_key: 'private_key privatekey private_key_pem',
  key_id: 'private_key_id key_id keyid kid public_key_id',
  token_endpoint:
    'token_endpoint token_endpoint_url token_endpoint_uri token_url tokenurl token_uri token_address token_server_url access_token_url access_token_uri',
  issuer:
    'issuer issuer_url issuer_uri issuer_base_url authority authority_url well_known well_known_url well_known_endpoint discovery_url discovery_uri discovery_endpoint metadata_url openid_configuration openid_config_url oidc_url',
  server:
    'auth_url oauth_url oauth2_url idp_url iam_url sso_url auth_server auth_server_url oauth_server_url authorization_server authorization_server_url authorization_server_address login_url',
  base: 'base_url baseurl base_uri base domain org_url orgurl host hostname instance url uri address site',
  tenant: 'tenant tenant_id tenantid tenant_name directory_id',
  realm: 'realm realm_name',
  user_pool: 'user_pool_id userpoolid pool_id',
  introspection_endpoint:
    'introspection_endpoint introspection_url introspection_uri introspect_endpoint introspect_url token_introspection_url',
  revocation_endpoint: 'revocation_endpoint revocation_url revocation_uri revoke_endpoint revoke_url',
  jwks_uri: 'jwks_uri jwks_url jwks_endpoint jwk_set_uri jwk_set_url jwks keys_url',
  scope: 'scope scopes default_scope default_scopes',
  audience: 'audience audiences aud api_identifier',
  resource: 'resource resource_uri resource_url resource_indicator',
  method:
    'token_endpoint_auth_method client_authentication_method client_auth_method authentication_method auth_method auth_style',
  name: 'client_name',
  proxy: 'https_proxy all_proxy http_proxy',
  proxy_bypass: 'no_proxy',
}

const meanings = new Map(
  Object.entries(endings).flatMap(([meaning, names]) => names.split(' ').map((name) => [name, meaning] as const)),
)

export interface MeantName {
  meaning: Meaning
  /** The words before the ending. */
  before: readonly string[]
}

/** What the name means by its longest ending that is known; null when none is. */
export function meaningOfName(name: string): MeantName | null {
  const words = wordsOf(name)
  for (let from = Math.max(0, words.length - 4); from < words.length; from++) {
    const meaning = meanings.get(words.slice(from).join('_'))
    if (meaning !== undefined && isMeaning(meaning)) return { meaning, before: words.slice(0, from) }
  }
  return null
}

const isMeaning = (text: string): text is Meaning => Object.hasOwn(endings, text)
