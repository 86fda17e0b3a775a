import { expect, test } from 'vitest'
import { diagnosisOf } from '../../../diagnosis/diagnosis-of.ts'
import { recordSchema } from '../../../diagnosis/record.ts'

const segment = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const jwt = (claims: object) => `${segment({ alg: 'RS256', kid: 'k' })}.${segment(claims)}.AA`

interface Refusal {
  status: number
  url?: string
  body?: string
  challenge?: string
  token?: string
  facts?: object
}

/** What is said of a call that an API refused; the call was at 10:00 on 15 January 2026. */
async function findings({
  status,
  url = 'https://orders.example/v1/orders',
  body = '',
  challenge = '',
  token = 'opaque',
  facts = {},
}: Refusal) {
  const record = recordSchema.parse({
    name: 'a refusal',
    from: 'documented: this test',
    step: 'api',
    request: {
      method: 'GET',
      url,
      headers: [['Authorization', `Bearer ${token}`]],
      body: null,
    },
    response: { status, headers: challenge === '' ? [] : [['WWW-Authenticate', challenge]], body },
    facts,
    cause: null,
  })
  return (await diagnosisOf(record)).findings
}

test.each([
  ['in the second challenge of a field', '', 'Basic realm="x", Bearer error="insufficient_scope", scope="api:write"'],
  ['in the body', '{"error":"insufficient_scope","scope":"api:write"}', 'Bearer'],
  ['in its words', '{"message":"Missing required scope: api:write"}', 'Bearer'],
])('a missing scope is one when the API says so %s, and adding it to the settings is proposed', async (...refusal) => {
  const [, body, challenge] = refusal
  const settings = { scope: 'api:read' }
  const [first] = await findings({ status: 403, body, challenge, facts: { settings } })
  expect(first).toMatchObject({
    code: 'api_scope_missing',
    evidence: { needed: 'api:write' },
    change: { field: 'scope', value: 'api:read api:write' },
  })
})

test.each([
  ['audience', { audience: 'https://ledger.example' }, 'https://orders.example'],
  ['resource', { resource: ['https://ledger.example'] }, ['https://orders.example']],
  ['scope', { scope: 'https://ledger.example/.default' }, 'https://orders.example/.default'],
])('an audience that the API names is proposed as %s, as the settings have it', async (field, settings, value) => {
  const body = '{"message":"jwt audience invalid. expected: https://orders.example"}'
  const token = jwt({ aud: 'https://ledger.example' })
  const [first] = await findings({ status: 401, body, token, facts: { settings } })
  expect(first).toMatchObject({ code: 'token_wrong_audience', change: { field, value } })
})

test('a 401 without a word is no reason to blame a token for being opaque', async () => {
  const codes = (await findings({ status: 401 })).map(({ code }) => code)
  expect(codes).toEqual(['token_refused', 'challenge_missing'])
})

test('a key that the authorization server publishes is one that the API does not know yet', async () => {
  const body = '{"message":"no applicable key found in the JSON Web Key Set"}'
  const refusal = { status: 401, body, token: jwt({ aud: 'a' }) }
  expect((await findings({ ...refusal, facts: { keyIds: ['k'] } }))[0]?.code).toBe('jwks_stale')
  expect((await findings({ ...refusal, facts: { keyIds: ['other'] } }))[0]?.code).toBe('token_signature_rejected')
})

test('the sentence of RFC 6750 that names every reason is not taken for one of them', async () => {
  const words = 'The access token provided is expired, revoked, malformed, or invalid for other reasons'
  const challenge = `Bearer error="invalid_token", error_description="${words}"`
  const all = await findings({ status: 401, challenge, token: jwt({ exp: 1_800_000_000 }) })
  expect(all.filter(({ confidence, code }) => confidence !== 'possible' && code !== 'token_refused')).toEqual([])
})

test.each([
  ['https://login.staging.example', 'https://api.stg.example/v1/orders', undefined],
  ['https://login.example', 'https://api.prod.example/v1/orders', undefined],
  ['https://login.test2.example', 'https://api.test.example/v1/orders', undefined],
  ['https://login.dev.example', 'https://api.staging.example/v1/orders', 'token_other_environment'],
  ['https://login.sandbox.example', 'https://api.example/v1/orders', 'token_other_environment'],
])('a token of %s at %s: other environment where their names say other stages', async (iss, url, expected) => {
  const found = await findings({ status: 401, url, token: jwt({ iss }) })
  expect(found.find(({ code }) => code === 'token_other_environment')?.code).toBe(expected)
})
