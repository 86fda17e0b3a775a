import { expect, test } from 'vitest'
import { buildIntrospectionRequest } from '../../../electron/core/oauth/introspection.ts'
import { buildTokenRequest, type TokenRequestSettings } from '../../../electron/core/oauth/protocol-request.ts'
import { buildRevocationRequest } from '../../../electron/core/oauth/revocation.ts'

const settings: TokenRequestSettings = {
  token_endpoint: 'https://as.example/token',
  scope: '',
  audience: '',
  resource: [],
  parameters: [],
  headers: [],
  tokenBodyFormat: 'form',
}
const world = { now: () => 1_700_000_000_000, newId: () => 'id' }
const basic = {
  client_id: 's6BhdRkqt3',
  clientSecret: '7Fjfp0ZBr1KtDRbnfVdmIw',
  method: 'client_secret_basic',
  basicEncoding: 'form',
} as const
const post = { client_id: basic.client_id, clientSecret: basic.clientSecret, method: 'client_secret_post' } as const
const headerNames = ({ headers }: { headers: readonly (readonly [string, string])[] }) => headers.map(([name]) => name)
const bodyOf = ({ body }: { body: Uint8Array | null }) => Buffer.from(body ?? []).toString()

test('client_secret_basic is the header of RFC 6749 §2.3.1', async () => {
  const request = await buildTokenRequest(settings, basic, world)
  expect(request.headers).toContainEqual(['Authorization', 'Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3'])
  expect(bodyOf(request)).toBe('grant_type=client_credentials')
})

test('client_secret_basic form-encodes id and secret before base64', async () => {
  const { headers } = await buildTokenRequest(settings, { ...basic, client_id: 'a:b c', clientSecret: 's%+é' }, world)
  const [, value = ''] = headers.find(([name]) => name === 'Authorization') ?? []
  expect(Buffer.from(value.replace('Basic ', ''), 'base64').toString()).toBe('a%3Ab+c:s%25%2B%C3%A9')
})

test('client_secret_post puts id and secret into the body, and no Authorization', async () => {
  const request = await buildTokenRequest(settings, post, world)
  expect(bodyOf(request)).toBe(
    'grant_type=client_credentials&client_id=s6BhdRkqt3&client_secret=7Fjfp0ZBr1KtDRbnfVdmIw',
  )
  expect(headerNames(request)).not.toContain('Authorization')
})

test('scope, audience and every resource are sent, encoded', async () => {
  const request = await buildTokenRequest(
    { ...settings, scope: 'a:r b', audience: 'api&1', resource: ['urn:a', 'urn:b'] },
    basic,
    world,
  )
  expect(bodyOf(request)).toBe(
    'grant_type=client_credentials&scope=a%3Ar+b&audience=api%261&resource=urn%3Aa&resource=urn%3Ab',
  )
})

test('extra parameters go out last, in order, repeated ones too, and swallow nothing that is sent already', async () => {
  const parameters = [
    { name: 'audience', value: 'one' },
    { name: 'audience', value: 'two' },
    { name: 'client_id', value: 'other' },
    { name: 'x', value: 'a b&c' },
  ]
  const request = await buildTokenRequest({ ...settings, audience: 'own', parameters }, post, world)
  expect(bodyOf(request)).toBe(
    'grant_type=client_credentials&audience=own&client_id=s6BhdRkqt3&client_secret=7Fjfp0ZBr1KtDRbnfVdmIw' +
      '&audience=one&audience=two&client_id=other&x=a+b%26c',
  )
})

test('a JSON body has an array where a parameter is repeated, and a string where it is not', async () => {
  const parameters = [
    { name: 'audience', value: 'two' },
    { name: '__proto__', value: 'plain' },
  ]
  const json = { ...settings, audience: 'one', scope: 'a b', parameters, tokenBodyFormat: 'json' } as const
  const request = await buildTokenRequest(json, post, world)
  expect(request.headers).toContainEqual(['Content-Type', 'application/json'])
  expect(bodyOf(request)).toBe(
    '{"grant_type":"client_credentials","scope":"a b","audience":["one","two"],"client_id":"s6BhdRkqt3","client_secret":"7Fjfp0ZBr1KtDRbnfVdmIw","__proto__":"plain"}',
  )
})

test('an extra header comes last and replaces ours of the same name; repeated ones stay', async () => {
  const headers = [
    { name: 'accept', value: 'text/html' },
    { name: 'X-Trace', value: '1' },
    { name: 'X-Trace', value: '2' },
  ]
  const request = await buildTokenRequest({ ...settings, headers }, basic, world)
  expect(headerNames(request)).toEqual(['Content-Type', 'Authorization', 'accept', 'X-Trace', 'X-Trace'])
})

test('no request has an Origin: oidc-provider answers 400 to one', async () => {
  expect(headerNames(await buildTokenRequest(settings, basic, world))).toEqual([
    'Accept',
    'Content-Type',
    'Authorization',
  ])
})

const styles = { authentication: 'client', bodyFormat: 'form', responseFormat: 'json' } as const
const introspect = (style: object, credentials: typeof basic | typeof post | null) =>
  buildIntrospectionRequest('https://as.example/i', 'tok', { ...styles, ...style }, credentials, world)

test.each(['form', 'json'] as const)(
  'introspection with the token itself as Bearer sends no client secret, body as %s',
  async (bodyFormat) => {
    const request = await introspect({ authentication: 'bearer_token_itself', bodyFormat }, post)
    expect(request.headers).toContainEqual(['Authorization', 'Bearer tok'])
    const sent =
      bodyFormat === 'form' ? Object.fromEntries(new URLSearchParams(bodyOf(request))) : JSON.parse(bodyOf(request))
    expect(sent).toEqual({ token: 'tok', token_type_hint: 'access_token' })
  },
)

test.each(['form', 'json'] as const)(
  'introspection without authentication sends none, body as %s',
  async (bodyFormat) => {
    const request = await introspect({ authentication: 'none', bodyFormat }, basic)
    expect(headerNames(request)).toEqual(['Accept', 'Content-Type'])
    expect(bodyOf(request)).not.toContain('s6BhdRkqt3')
  },
)

test.each(['form', 'json'] as const)(
  'introspection by client_secret_basic has the header, body as %s',
  async (bodyFormat) => {
    const request = await introspect({ authentication: 'client_secret_basic', bodyFormat }, basic)
    expect(request.headers).toContainEqual(['Authorization', 'Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3'])
  },
)

test.each(['form', 'json'] as const)('introspection by client_secret_post has the body, as %s', async (bodyFormat) => {
  const request = await introspect({ authentication: 'client_secret_post', bodyFormat }, post)
  expect(headerNames(request)).not.toContain('Authorization')
  expect(bodyOf(request)).toContain('7Fjfp0ZBr1KtDRbnfVdmIw')
})

test('a signed introspection response is asked for by Accept, RFC 9701 §4', async () => {
  const request = await introspect({ responseFormat: 'jwt' }, basic)
  expect(request.headers).toContainEqual(['Accept', 'application/token-introspection+jwt'])
  expect(headerNames(request).filter((name) => name === 'Accept')).toHaveLength(1)
})

test('revocation is as RFC 7009 §2.1', async () => {
  const request = await buildRevocationRequest('https://as.example/revoke', '45ghiukldjahdnhzdauz', basic, world)
  expect(bodyOf(request)).toBe('token=45ghiukldjahdnhzdauz&token_type_hint=access_token')
  expect(request.headers).toContainEqual(['Authorization', 'Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3'])
})
