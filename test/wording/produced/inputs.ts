import { html } from '../../core/oauth/transcript.ts'

export const noon = Date.parse('2026-11-28T12:00:00Z')
export const at = { startedAt: noon }
export const issuer = 'https://as.example'
export const segment = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
export const jwt = (claims: object) => `${segment({ alg: 'RS256', kid: '1' })}.${segment(claims)}.AA`
export const text = (value: unknown) =>
  typeof value === 'string' || value instanceof Uint8Array ? value : JSON.stringify(value)
export const type = (value: string): [string, string] => ['Content-Type', value]

/** Answers that every kind of endpoint may give: by status, body and header fields. */
export const answers: readonly (readonly [status: number, body: unknown, headers?: [string, string][]])[] = [
  [0, {}],
  [999, ''],
  [200, ''],
  [200, '{"a":'],
  [200, '<html>', html],
  [200, '<html><title>Sign in</title>', html],
  [200, '<html><form><input type="password"></form>', html],
  [200, '\uFEFF{}'],
  [200, [1]],
  [200, '"eyJhbGciOiJub25lIn0.e30.x"'],
  [200, 'null'],
  [200, Buffer.from([0x7b, 0xff])],
  [200, '['.repeat(300)],
  [200, '{"a":1,"a":2}', [type('')]],
  [200, 'packed', [['Content-Encoding', 'snappy, lzma']]],
  [200, 'access_token=abcdefghijkl&token_type=bearer', [type('')]],
  [200, 'error=invalid_client&error_description=No+such+client'],
  [200, { msg: 'No such client', data: { access_token: 'abcdef' } }],
  [200, { error: 'invalid_client', error_description: ' ' }],
  [302, ''],
  [302, '', [['Location', '/login']]],
  [300, ''],
  [304, ''],
  [400, ''],
  [400, { error: 42 }],
  [400, { error: null }],
  [400, { error: {} }],
  [400, { error: ['x'] }],
  [400, { error: '' }],
  [400, { error: ' ', error_description: '' }],
  [400, { error: { error: 'invalid_client' } }],
  [400, [{ errorCode: 'E1', message: 'Session expired or invalid' }]],
  [400, { error: 'invalid_request', errors: [{ message: 'The client is disabled' }] }],
  [400, { access_token: 'abc', error: 'teapot' }],
  [400, '<Error><Message>The key does not exist</Message></Error>', [type('text/xml')]],
  [400, 'No required SSL certificate was sent', html],
  [400, 'The plain HTTP request was sent to HTTPS port', html],
  [401, '', [['WWW-Authenticate', 'Bearer error="invalid_token"']]],
  [401, '', [['WWW-Authenticate', 'Bearer error="", error_description=""']]],
  [401, { error: 'invalid_client' }, [['WWW-Authenticate', 'Bearer']]],
  [401, '', [['WWW-Authenticate', 'Bearer error="invalid_token", error_description="The token expired"']]],
  [401, { message: 'Unauthorized' }],
  [401, '<html><title>Login</title>', html],
  [401, '<html>', html],
  [403, '<html><title>Blocked</title>', html],
  [403, '<html>', html],
  [403, ''],
  [403, { message: 'Your network is not allowed' }],
  [403, '', [['WWW-Authenticate', 'Bearer error="insufficient_scope", scope="api:write"']]],
  [403, { error: 'insufficient_scope' }],
  [404, { status: 404, error: 'Not Found' }],
  [429, '', [['Retry-After', '']]],
  [429, '', [['Retry-After', 'soon']]],
  [429, '', [['Retry-After', '30']]],
  [500, { fault: { faultstring: 'Failed to resolve a variable' } }],
  ...['invalid_scope', 'unauthorized_client', 'unsupported_grant_type', 'invalid_grant', 'invalid_target', 'x'].map(
    (error) => [400, { error }] as const,
  ),
  [400, { error: 'unsupported_token_type' }],
  [400, { error: 'scope_invalid', scope: 'a', error_hint: 'Not registered.' }],
]

export const token = (members: object) => ({ access_token: 'abc', token_type: 'Bearer', expires_in: 60, ...members })
export const issued: readonly unknown[] = [
  {},
  ...['', '   ', 'a\nb', 'a b', 'a<b', '=', 'Bearer abc', 7, null, {}, []].map((access_token) =>
    token({ access_token }),
  ),
  ...[undefined, '', 'jwt-bearer', 1].map((token_type) => token({ token_type })),
  ...[undefined, '60', -1, 1e-7, 'soon', '', noon / 1000 + 60, noon + 60_000, '2026-11-28T13:00:00Z'].map(
    (expires_in) => token({ expires_in }),
  ),
  ...['', 'a b c', 'a,b', 'a\nb', 7, {}, ['a'], [1], ' '].map((scope) => token({ scope })),
  token({ error: 'server_error' }),
  token({ error: 'server_error', error_description: 'later' }),
  ...[0, 30, 9000].map((seconds) => token({ access_token: jwt({ exp: noon / 1000 + seconds - 60 }) })),
]

/** What introspection answers beside the answers above, by content type. */
export const introspections: readonly (readonly [body: unknown, contentType?: string])[] = [
  [{}],
  [{ message: 'No such token' }],
  ...[true, false, 'true', 'false', 1, '', null].map((active) => [{ active }] as const),
  [{ active: true, exp: 0, token_type: 'access_token', scope: '' }],
  [{ active: true, scope: 7 }],
  ['', 'application/token-introspection+jwt'],
  ['nonsense', 'application/token-introspection+jwt'],
  ['eyJ.x.y', ''],
  [jwt({}), 'application/token-introspection+jwt'],
  [jwt({ iss: '', aud: [], token_introspection: { active: true } }), ''],
  [jwt({ iss: 'x', aud: '', active: true, token_introspection: 7 }), 'application/token-introspection+jwt'],
  [`${segment({ alg: 'dir', enc: 'A256GCM' })}.....`.slice(0, -1), 'application/token-introspection+jwt'],
]

export const documents: readonly object[] = [
  {},
  { issuer: '' },
  { issuer: 7 },
  { issuer: `${issuer}/` },
  { issuer: `${issuer}/{tenantid}` },
  { issuer },
  { issuer, token_endpoint: 'http://as.example/t' },
  ...['/t', '', 'ftp://as.example', 7, {}, null].map((token_endpoint) => ({ issuer, token_endpoint })),
  { issuer, jwks_uri: 'https://elsewhere.example/j', mtls_endpoint_aliases: { token_endpoint: 'https://m.example/t' } },
]

/** Its x is ordinary base64. */
const oddKey = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU=',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
}

export const keySets: readonly unknown[] = [
  {},
  { keys: [oddKey] },
  { keys: [] },
  { keys: [7, {}, { kty: 'RSA' }, { kty: 'RSA', kid: '' }, { kty: 'x' }] },
  { keys: [{ kty: 'oct', k: 'AA' }, ...['', 'a'].map((kid) => ({ kty: 'EC', crv: 'P-256', kid, d: 'AA' }))] },
  { keys: ['', ''].map((kid) => ({ kty: 'EC', kid })) },
  { keys: ['', 'a'].map((kid) => ({ kty: 'RSA', kid, n: `${'/'.repeat(85)}w==`, e: 'AAEAAQ' })) },
  { keys: Array.from({ length: 201 }, () => ({ kty: 'EC', kid: 'a' })) },
]
