import { expect, test } from 'vitest'
import { diagnosisOf } from './diagnosis-of.ts'
import { recordSchema } from './record.ts'

const encoded = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url')
const issuedAt = Date.parse('2026-01-15T10:00:00Z') / 1000
const claims = { iss: 'app', sub: 'app', aud: 'https://as.example.test/token', jti: 'j', iat: issuedAt }
const client_assertion = [
  { alg: 'RS256', kid: 'k' },
  { ...claims, exp: issuedAt + 60 },
]
  .map(encoded)
  .join('.')
const client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

const sent = {
  secret: { client_secret: 'dummy-0123456789' },
  assertion: { client_assertion_type, client_assertion: `${client_assertion}.ZHVtbXktc2lnbmF0dXJl` },
  nothing: {},
}

async function causesOf(by: keyof typeof sent, status: number, error: string, words: string) {
  const parameters = { grant_type: 'client_credentials', client_id: 'app', ...sent[by] }
  const record = recordSchema.parse({
    name: words,
    from: 'documented: this test',
    step: 'token',
    request: {
      method: 'POST',
      url: 'https://as.example.test/token',
      headers: [['Content-Type', 'application/x-www-form-urlencoded']],
      body: new URLSearchParams(parameters).toString(),
    },
    response: {
      status,
      headers: [['Content-Type', 'application/json']],
      body: JSON.stringify({ error, error_description: words }),
    },
    now: '2026-01-15T10:00:01Z',
    cause: null,
  })
  const { findings } = await diagnosisOf(record)
  return findings.slice(0, 3)
}

test.each([
  ['secret', 401, 'invalid_client', 'The client secret you supplied is not valid', 'wrong_secret'],
  ['secret', 401, 'invalid_client', 'Bad client id or secret', 'wrong_secret'],
  ['secret', 401, 'invalid_client', 'Authentication failed: secret mismatch', 'wrong_secret'],
  ['secret', 401, 'invalid_client', 'Client secret is wrong', 'wrong_secret'],
  ['secret', 401, 'invalid_client', 'client credentials are invalid', 'wrong_secret'],
  ['secret', 401, 'invalid_client', 'The secret for this client expired on 2025-12-31', 'secret_expired'],
  ['secret', 401, 'invalid_client', 'Client secret expired', 'secret_expired'],
  ['secret', 401, 'invalid_client', 'Your API secret has lapsed', 'wrong_secret'],
  ['secret', 400, 'invalid_client', 'No such client', 'unknown_client'],
  ['secret', 400, 'invalid_client', 'Client does not exist', 'unknown_client'],
  ['secret', 400, 'invalid_client', "Client 'app' not found", 'unknown_client'],
  ['secret', 400, 'invalid_client', 'Unknown client_id', 'unknown_client'],
  ['secret', 400, 'invalid_client', 'Unrecognized client', 'unknown_client'],
  ['secret', 400, 'invalid_request', 'Application with id app could not be located', 'unknown_client'],
  [
    'secret',
    400,
    'unauthorized_client',
    'The client credentials grant is disabled for this client',
    'grant_not_allowed',
  ],
  [
    'secret',
    400,
    'unauthorized_client',
    "This application isn't permitted to use the client credentials grant",
    'grant_not_allowed',
  ],
  ['secret', 400, 'unauthorized_client', 'grant_type client_credentials not allowed', 'grant_not_allowed'],
  ['secret', 400, 'invalid_grant', 'Client is not allowed to use this grant', 'grant_not_allowed'],
  ['secret', 400, 'unauthorized_client', 'Client is inactive', 'client_disabled'],
  ['secret', 403, 'access_denied', 'Your account has been disabled', 'client_disabled'],
  ['secret', 403, 'access_denied', 'The client app is not active', 'client_disabled'],
  ['secret', 401, 'invalid_client', 'Client temporarily locked due to too many login failures', 'client_locked'],
  ['secret', 401, 'invalid_client', 'Public clients cannot use client_credentials', 'public_client'],
  ['secret', 401, 'invalid_client', 'This client is not confidential', 'public_client'],
  ['secret', 401, 'invalid_client', 'Basic authentication is required', 'auth_method_mismatch'],
  ['secret', 401, 'invalid_client', 'client_secret_post is not enabled for this client', 'auth_method_mismatch'],
  ['secret', 401, 'invalid_client', 'Client must authenticate with private_key_jwt', 'auth_method_mismatch'],
  ['secret', 401, 'invalid_client', 'Client authentication method not allowed', 'auth_method_mismatch'],
  ['secret', 400, 'invalid_request', 'client_assertion is required', 'auth_method_mismatch'],
  ['nothing', 401, 'invalid_client', 'client_secret is required', 'credentials_missing'],
  ['nothing', 400, 'invalid_request', 'Missing client credentials', 'credentials_missing'],
  ['nothing', 400, 'invalid_request', 'Authorization header missing', 'credentials_missing'],
  ['assertion', 401, 'invalid_client', 'Signature is not valid', 'key_not_registered'],
  ['assertion', 401, 'invalid_client', 'JWT signature could not be verified', 'key_not_registered'],
  ['assertion', 401, 'invalid_client', 'No matching key found in JWKS', 'key_not_registered'],
  ['assertion', 401, 'invalid_client', 'Unable to fetch JWKS of the client', 'key_not_registered'],
  ['assertion', 401, 'invalid_client', 'Unknown key ID k', 'assertion_kid_missing'],
  ['assertion', 401, 'invalid_client', 'invalid aud claim', 'assertion_audience'],
  ['assertion', 401, 'invalid_client', 'aud mismatch', 'assertion_audience'],
  ['assertion', 401, 'invalid_client', 'Audience does not match', 'assertion_audience'],
  ['assertion', 401, 'invalid_client', 'JWT has expired', 'assertion_expired'],
  ['assertion', 401, 'invalid_client', 'Token is expired', 'assertion_expired'],
  ['assertion', 401, 'invalid_client', 'exp must be no more than 5 minutes in the future', 'assertion_lifetime'],
  ['assertion', 401, 'invalid_client', 'sub claim must equal client_id', 'assertion_subject'],
  ['assertion', 401, 'invalid_client', 'iss and sub do not match', 'assertion_subject'],
  ['assertion', 401, 'invalid_client', 'The algorithm RS256 is not allowed', 'assertion_algorithm'],
  ['assertion', 401, 'invalid_client', 'Assertion has already been used', 'assertion_reused'],
  ['assertion', 401, 'invalid_client', 'Duplicate jti', 'assertion_reused'],
  ['assertion', 401, 'invalid_client', 'Malformed JWT', 'assertion_malformed'],
  ['secret', 401, 'invalid_client', 'Client authentication failed', 'wrong_secret'],
  [
    'secret',
    401,
    'invalid_client',
    'Provided client credentials do not match any registered client',
    'wrong_secret|unknown_client',
  ],
  ['secret', 401, 'invalid_client', 'The client_id or client_secret is incorrect', 'wrong_secret'],
  ['secret', 401, 'invalid_client', 'Invalid client_id or client_secret', 'wrong_secret'],
  ['secret', 401, 'INVALID_CREDENTIALS', 'Invalid API key or secret', 'wrong_secret'],
  ['secret', 403, 'forbidden', 'Invalid key or secret', 'wrong_secret'],
  ['secret', 401, 'unauthorized', 'Authentication failed, invalid client or secret', 'wrong_secret'],
  ['secret', 401, 'invalid_client', 'Secret key does not belong to this client', 'wrong_secret'],
  ['secret', 400, 'invalid_client', 'OAuth2 client with id app was not found', 'unknown_client'],
  [
    'secret',
    400,
    'invalid_client',
    'The client_id app is not registered with this authorization server',
    'unknown_client',
  ],
  ['secret', 401, 'invalid_client', 'consumer key not recognised', 'unknown_client'],
  [
    'secret',
    400,
    'unauthorized_client',
    'The client is not authorized to request an access token using this method',
    'grant_not_allowed',
  ],
  ['secret', 400, 'unauthorized_client', 'unauthorized client', 'grant_not_allowed'],
  ['secret', 400, 'unsupported_grant_type', 'grant_type not supported', 'wrong_grant_type'],
  [
    'secret',
    400,
    'unsupported_grant_type',
    'Grant type client_credentials is not supported',
    'wrong_grant_type|grant_not_allowed',
  ],
  [
    'secret',
    400,
    'invalid_request',
    'grant_type must be one of: authorization_code, refresh_token',
    'wrong_grant_type',
  ],
  ['secret', 403, 'access_denied', 'This client has been revoked', 'client_disabled'],
  ['secret', 401, 'invalid_client', 'Too many failed login attempts for client app', 'client_locked'],
  ['secret', 400, 'invalid_request', 'Only one client authentication method may be used', 'multiple_auth_methods'],
  [
    'assertion',
    401,
    'invalid_client',
    'client_assertion: JWT audience must be one of [https://as.example.test/token]',
    'assertion_audience',
  ],
  ['assertion', 401, 'invalid_client', 'JWT verification failed', 'key_not_registered'],
  ['assertion', 401, 'invalid_client', 'Client assertion not yet valid (nbf)', 'assertion_expired|clock_skew'],
  ['assertion', 401, 'invalid_client', 'JWT lifetime is greater than the allowed 300 seconds', 'assertion_lifetime'],
  ['assertion', 401, 'invalid_client', 'Public key for kid k not found', 'assertion_kid_missing|key_not_registered'],
  ['assertion', 401, 'invalid_client', 'certificate with thumbprint X is not registered', 'key_not_registered'],
  ['secret', 400, 'invalid_request', 'Client certificate required for mTLS client', 'client_certificate_missing'],
  ['nothing', 401, 'invalid_client', 'mutual TLS is required', 'client_certificate_missing|credentials_missing'],
] as const)('beside %s, %i %s “%s” is %s', async (by, status, error, words, cause) => {
  const [first] = await causesOf(by, status, error, words)
  expect(cause.split('|')).toContain(first?.code)
})

test.each([
  ['secret', 400, 'invalid_scope', 'The client requested a scope that is not registered', 'unknown_client'],
  ['secret', 400, 'invalid_target', 'The application asked for a resource which was not found', 'unknown_client'],
  ['assertion', 400, 'invalid_scope', 'Unknown scope', 'key_not_registered'],
  ['secret', 429, 'too_many_requests', 'Too many requests', 'client_locked'],
  [
    'secret',
    400,
    'invalid_request',
    'Multiple scopes are not allowed for the client credentials grant',
    'multiple_auth_methods',
  ],
  ['secret', 400, 'invalid_scope', 'The client is not allowed to request scope admin', 'grant_not_allowed'],
  ['secret', 403, 'access_denied', 'Client is not authorized to access audience https://api', 'grant_not_allowed'],
  ['secret', 500, 'server_error', 'Could not find signing key', 'key_not_registered'],
  ['secret', 400, 'invalid_request', 'DPoP proof JWT signature invalid', 'wrong_secret'],
  ['assertion', 400, 'invalid_dpop_proof', 'DPoP proof JWT signature invalid', 'key_not_registered'],
  ['assertion', 400, 'invalid_target', 'Audience https://api.example not found', 'assertion_audience'],
  ['assertion', 400, 'invalid_scope', 'token scope invalid', 'assertion_expired'],
] as const)('beside %s, %i %s “%s” is not %s', async (by, status, error, words, cause) => {
  const found = await causesOf(by, status, error, words)
  expect(found.filter(({ confidence }) => confidence !== 'possible').map(({ code }) => code)).not.toContain(cause)
})
