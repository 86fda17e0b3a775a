import { expect, test } from 'vitest'
import { buildIntrospectionRequest } from '../../../electron/core/oauth/introspection.ts'
import { buildApiRequest } from '../../../electron/core/oauth/protected-resource.ts'
import { buildRevocationRequest } from '../../../electron/core/oauth/revocation.ts'
import { buildTokenRequest } from '../../../electron/core/oauth/token-request.ts'

const settings = {
  issuer: 'https://as.example',
  token_endpoint: 'https://as.example/token',
  scope: '',
  audience: '',
  resource: [],
}
const basic = {
  client_id: 's6BhdRkqt3',
  clientSecret: '7Fjfp0ZBr1KtDRbnfVdmIw',
  method: 'client_secret_basic',
} as const
const post = { ...basic, method: 'client_secret_post' } as const
const bodyOf = ({ body }: { body: Uint8Array | null }) => Buffer.from(body ?? []).toString()

test('client_secret_basic is the header of RFC 6749 §2.3.1', async () => {
  const request = await buildTokenRequest(settings, basic)
  expect(request.headers).toContainEqual(['Authorization', 'Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3'])
  expect(bodyOf(request)).toBe('grant_type=client_credentials')
})

test('client_secret_basic form-encodes id and secret before base64', async () => {
  const { headers } = await buildTokenRequest(settings, { ...basic, client_id: 'a:b c', clientSecret: 's%+é' })
  const [, value = ''] = headers.find(([name]) => name === 'Authorization') ?? []
  expect(Buffer.from(value.replace('Basic ', ''), 'base64').toString()).toBe('a%3Ab+c:s%25%2B%C3%A9')
})

test('client_secret_post puts id and secret into the body, and no Authorization', async () => {
  const request = await buildTokenRequest(settings, post)
  expect(bodyOf(request)).toBe(
    'grant_type=client_credentials&client_id=s6BhdRkqt3&client_secret=7Fjfp0ZBr1KtDRbnfVdmIw',
  )
  expect(request.headers.map(([name]) => name)).not.toContain('Authorization')
})

test('scope, audience and every resource are sent, encoded', async () => {
  const request = await buildTokenRequest(
    { ...settings, scope: 'a:r b', audience: 'api&1', resource: ['urn:a', 'urn:b'] },
    basic,
  )
  expect(bodyOf(request)).toBe(
    'grant_type=client_credentials&scope=a%3Ar+b&audience=api%261&resource=urn%3Aa&resource=urn%3Ab',
  )
})

test('introspection with the token itself as Bearer sends no client secret', async () => {
  const style = { authentication: 'bearer_token_itself', bodyFormat: 'json' } as const
  const request = await buildIntrospectionRequest('https://as.example/i', 'https://as.example', 'tok', style, post)
  expect(request.headers).toContainEqual(['Authorization', 'Bearer tok'])
  expect(JSON.parse(bodyOf(request))).toEqual({ token: 'tok', token_type_hint: 'access_token' })
})

test('introspection without authentication sends none', async () => {
  const style = { authentication: 'none', bodyFormat: 'form' } as const
  const request = await buildIntrospectionRequest('https://as.example/i', '', 'tok', style, basic)
  expect(request.headers.map(([name]) => name)).toEqual(['Accept', 'Content-Type'])
})

test('revocation is as RFC 7009 §2.1', async () => {
  const request = await buildRevocationRequest('https://as.example/revoke', '', '45ghiukldjahdnhzdauz', basic)
  expect(bodyOf(request)).toBe('token=45ghiukldjahdnhzdauz&token_type_hint=access_token')
  expect(request.headers).toContainEqual(['Authorization', 'Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3'])
})

test('an API call carries the token as RFC 6750 §2.1 has it, and a body only where the method has one', () => {
  const call = { url: 'https://api.example/x', body: '{}', contentType: 'application/json', followRedirects: false }
  const get = buildApiRequest({ ...call, method: 'GET' }, 'mF_9.B5f-4.1JqM')
  expect(get).toMatchObject({ body: null })
  expect(get.headers).toContainEqual(['Authorization', 'Bearer mF_9.B5f-4.1JqM'])
  const posted = buildApiRequest({ ...call, method: 'POST' }, 't')
  expect(posted.headers).toContainEqual(['Content-Type', 'application/json'])
  expect(bodyOf(posted)).toBe('{}')
})
