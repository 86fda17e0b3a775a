/** What is above an arrow where it is no request line. */
export const labels = {
  secret: 'Read the secret',
  token_request: 'Token request',
  token_expected: 'access_token, expires_in',
  verify: 'Verify',
  introspect: 'Introspect',
  revoke: 'Revoke',
  call: 'Call the API',
  validation: 'Validates the token',
  answer: 'The answer',
} as const

export const validationFact = 'By the API: introspection or offline'

/** What is missing, in its place. */
export const missing = {
  token_endpoint: 'No token endpoint',
  introspection_endpoint: 'No introspection endpoint',
  revocation_endpoint: 'No revocation endpoint',
  call: 'No call chosen',
} as const

/** The way to fill it, short enough for one line at the end of a row. */
export const waysOut = {
  token_endpoint: 'Set token endpoint',
  introspection_endpoint: 'Set endpoint',
  revocation_endpoint: 'Set endpoint',
  jwks_uri: 'Set JWKS URI',
  audience: 'Set audience',
  scope: 'Set scopes',
  client_id: 'Set client ID',
  credential: 'Set it',
  call: 'Choose a call',
} as const

/** What the answer of the API would be. */
export const expectedAnswers = {
  run: '200 if the API accepts the token',
  narrow: '403 if the API needs a scope that the token lacks',
  again: '401 if the API asks the authorization server',
} as const

export const expectedProof = 'active: false proves the revocation at the server'
export const revocationPlan = 'token_type_hint: access_token'
export const revokedFact = 'Accepted, which proves nothing by itself'
