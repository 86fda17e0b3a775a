import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { answeredAs, bodyFormats } from '../support/body-formats.ts'
import { misbehavingServers, secrets } from './misbehaving-servers.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

/** Whatever a token endpoint answers with, no output shows the token: outcome, exchange, HAR, curl. */
let answer: { contentType: string; body: string }
let opened: TestApi
let url: string
const { serve, closeAll } = misbehavingServers()

beforeAll(async () => {
  const server = await serve((_, response) => {
    response.writeHead(200, { 'content-type': answer.contentType, 'cache-control': 'no-store' })
    response.end(answer.body)
  })
  url = server.url
})
afterAll(closeAll)
beforeEach(() => {
  opened = openTestApi(null)
})
afterEach(() => opened.close())

/** Everything that a person, a file or another program gets to see of a token request. */
async function shownOf(environmentId: string): Promise<string> {
  const { api, saved, copied } = opened
  const outcome = await api.requestToken({ environmentId }, context)
  const exchanges = await api.listExchanges({ environmentId, limit: 5 }, context)
  const ids = exchanges.map(({ id }) => id)
  const details = await Promise.all(ids.map((id) => api.getExchange({ id }, context)))
  await api.saveHar({ exchangeIds: ids }, context)
  for (const id of ids) await api.copyAsCurl({ kind: 'exchange', id }, context)
  const held = await api.listTokens(undefined, context)
  if (outcome.kind === 'issued') {
    const token = { kind: 'held', environmentId } as const
    for (const format of ['markdown', 'html'] as const)
      await api.copyEvidence({ token, environmentId, verification: null, introspection: null, format }, context)
  }
  return JSON.stringify([outcome, exchanges, details, held, [...saved.values()], copied])
}

/** Tokens of every shape: opaque and short, of every character that a header field may carry, like a JWT, like base64. */
const tokens = fc.oneof(
  fc.string({ minLength: 8, maxLength: 60, unit: fc.integer({ min: 0, max: 35 }).map((digit) => digit.toString(36)) }),
  fc.string({
    minLength: 10,
    maxLength: 60,
    unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  }),
  fc.base64String({ minLength: 24, maxLength: 400 }),
  fc.uuid(),
  fc.constantFrom('eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2lnbmF0dXJl', 'Zm9v/bmFy+Zm9v==', 'ya29.a0AfH6SMB', '1a2b3c4d'),
)
// A value such as `access_token` or a run of one character may well come from its surroundings.
const isDistinct = (token: string) => new Set(token).size > 4 && /\d/.test(token)

test.each(Object.keys(bodyFormats))(
  'no token of an answer as %s is shown anywhere',
  async (format) => {
    const environmentId = await opened.add({ token_endpoint: url, client_id: 'c' }, secrets)
    await fc.assert(
      fc.asyncProperty(tokens.filter(isDistinct), async (token) => {
        answer = answeredAs(format, token)
        const shown = await shownOf(environmentId)
        expect(shown).toContain('"status":200')
        expect(shown).toContain('••••')
        expect(shown).not.toContain(token)
        expect(shown).not.toContain(JSON.stringify(token).slice(1, -1))
        expect(shown).not.toContain(encodeURIComponent(token))
      }),
      { numRuns: 15 },
    )
  },
  60_000,
)

test('a token that an answer repeats in a sentence, a header field and another format is hidden there too', async () => {
  const token = 'opaque-7f3a9c'
  const environmentId = await opened.add({ token_endpoint: url, client_id: 'c' }, secrets)
  const body = { error: 'server_error', error_description: `Could not store ${token}.`, log: `kept as <t>${token}</t>` }
  answer = { contentType: 'application/json', body: JSON.stringify({ ...body, data: { access_token: token } }) }
  const shown = await shownOf(environmentId)
  expect(shown).toContain('Could not store ••••')
  expect(shown).not.toContain(token)
})

test('a word of a language is not taken for a secret because of its name', async () => {
  const environmentId = await opened.add({ token_endpoint: url, client_id: 'c' }, secrets)
  const body = { error: 'invalid_request', error_description: 'This is required.', fields: { password: 'required' } }
  answer = { contentType: 'application/json', body: JSON.stringify(body) }
  expect(await shownOf(environmentId)).toContain('This is required.')
})
