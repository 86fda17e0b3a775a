import { registry } from './entry.ts'

/** What a token endpoint answers. @see https://www.iana.org/assignments/oauth-parameters/oauth-parameters.xhtml#parameters */
export const tokenResponse = registry([
  ['access_token', 'Access token', 'RFC 6749 §5.1'],
  ['token_type', 'How the token is used', 'RFC 6749 §5.1'],
  ['expires_in', 'Lifetime in seconds', 'RFC 6749 §5.1', 'seconds'],
  ['refresh_token', 'Refresh token', 'RFC 6749 §5.1'],
  ['scope', 'Scopes granted', 'RFC 6749 §5.1'],
  ['error', 'Error code', 'RFC 6749 §5.2'],
  ['error_description', 'The error, for developers', 'RFC 6749 §5.2'],
  ['error_uri', 'Page about the error', 'RFC 6749 §5.2'],
  ['id_token', 'ID token', 'OpenID Connect Core §3.1.3.3'],
  ['issued_token_type', 'What kind of token was issued', 'RFC 8693 §2.2.1'],
  ['authorization_details', 'Fine-grained rights of the token', 'RFC 9396 §7'],
  ['ace_profile', 'ACE profile to use the token with', 'RFC 9200 §5.8.2'],
  ['cnf', 'Confirmation: the key the token is bound to', 'RFC 9201 §3.2'],
  ['rs_cnf', 'Key that the API authenticates with', 'RFC 9201 §3.2'],
])
