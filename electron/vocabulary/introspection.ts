/**
 * How the introspection request is authorized: as the client by its own method or by one that is named, with the token
 * itself as Bearer (cidaas), or not at all.
 */
export const introspectionAuthentications = [
  'client',
  'client_secret_basic',
  'client_secret_post',
  'bearer_token_itself',
  'none',
] as const

export const bodyFormats = ['form', 'json'] as const

/** `jwt` asks for a signed response. @see RFC 9701 */
export const introspectionResponseFormats = ['json', 'jwt'] as const
