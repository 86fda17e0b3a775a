/**
 * Client authentication at the token endpoint. `client_assertion_file` sends a ready-made assertion that something else
 * wrote to a file (workload identity).
 * @see RFC 6749 §2.3.1, RFC 7523 §2.2, RFC 8705 §2, RFC 7591 §2
 */
export const authMethods = [
  'client_secret_basic',
  'client_secret_post',
  'client_secret_jwt',
  'private_key_jwt',
  'client_assertion_file',
  'tls_client_auth',
  'self_signed_tls_client_auth',
  'none',
] as const

/** How id and secret are written into the Basic header: form-encoded first, as the standard says, or as they are. @see RFC 6749 §2.3.1 */
export const basicEncodings = ['form', 'raw'] as const

export const symmetricAlgorithms = ['HS256', 'HS384', 'HS512'] as const
export const asymmetricAlgorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
] as const
