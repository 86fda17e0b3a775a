import { expect, test } from 'vitest'
import { newApiRequest } from '../../../electron/catalogue/new-api-request.ts'
import type { ApiBody, ApiRequest } from '../../../electron/contract/api-call.ts'
import { buildRequest, withToken } from '../../../electron/core/api-request/build.ts'
import type { BodyDeps } from '../../../electron/core/api-request/request-body.ts'
import { unreadable } from '../../../electron/core/credentials/reading.ts'

const files = new Map([
  ['/f/a.txt', Buffer.from('one\ntwo')],
  ['/f/b.bin', Buffer.from([0, 255, 13, 10])],
])
const read: string[] = []
const deps: BodyDeps = {
  newId: () => 'id',
  readFile: async (path, most) => {
    read.push(path)
    const bytes = files.get(path)
    if (bytes === undefined) return unreadable('file_missing', { path })
    return bytes.length > most ? unreadable('file_too_large', { path, most: String(most) }) : { ok: true, value: bytes }
  },
}
const url = 'https://api.example/x'

async function built(change: Partial<ApiRequest>, hasToken = true) {
  const made = await buildRequest(deps, { ...newApiRequest, method: 'POST', url, ...change }, hasToken)
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  const { body, ...request } = made.value
  return { ...request, body: body === null ? null : Buffer.from(body).toString('latin1') }
}

async function problems(change: Partial<ApiRequest>, hasToken = true) {
  const made = await buildRequest(deps, { ...newApiRequest, method: 'POST', url, ...change }, hasToken)
  return made.ok ? [] : made.problems.map(({ field, code }) => `${field} ${code}`)
}

const header = (name: string, value: string, enabled = true) => ({ name, value, enabled })
const type = async (change: Partial<ApiRequest>) =>
  (await built(change)).headers.filter(([name]) => name.toLowerCase() === 'content-type').map(([, value]) => value)

test('a GET has neither body nor Content-Type with any kind of body kept in the call', async () => {
  const body = { kind: 'json', text: '{}' } as const
  expect(await built({ method: 'GET', body })).toEqual({
    method: 'GET',
    url,
    headers: [['Accept', '*/*']],
    body: null,
    bodyFile: null,
  })
  expect((await built({ method: 'HEAD', body })).body).toBeNull()
  expect((await built({ method: 'DELETE', body })).body).toBe('{}')
})

test('the token comes as RFC 6750 §2.1 and RFC 9449 §7.1 have it', () => {
  const request = { method: 'GET', url, headers: [['Accept', '*/*']] as const, body: null }
  const bare = { ...request, headers: [['Accept', '*/*'] as [string, string]] }
  expect(withToken(bare, 'mF_9.B5f-4.1JqM', 'Bearer').headers.at(-1)).toEqual([
    'Authorization',
    'Bearer mF_9.B5f-4.1JqM',
  ])
  expect(withToken(bare, 't', 'DPoP').headers.at(-1)).toEqual(['Authorization', 'DPoP t'])
})

test.each<[ApiBody, string, string]>([
  [{ kind: 'json', text: '{"a":1.10,}' }, 'application/json', '{"a":1.10,}'],
  [{ kind: 'text', text: 'a\r\nb', contentType: 'text/plain' }, 'text/plain', 'a\r\nb'],
  [
    { kind: 'form', fields: [header('a b', 'x&y=é'), header('a b', '2'), header('off', '1', false), header('', '')] },
    'application/x-www-form-urlencoded',
    'a+b=x%26y%3D%C3%A9&a+b=2',
  ],
])('a body goes out to the letter: %j', async (body, contentType, text) => {
  expect(await type({ body })).toEqual([contentType])
  expect((await built({ body })).body).toBe(text)
})

test('a text without a content type has none', async () => {
  expect(await type({ body: { kind: 'text', text: 'a', contentType: '' } })).toEqual([])
})

test('multipart is as RFC 7578 and browsers write it, byte for byte', async () => {
  const parts = [
    { kind: 'text', name: 'a"b\r\n', value: 'x\ny', contentType: '', enabled: true },
    { kind: 'text', name: 'json', value: '{}', contentType: 'application/json', enabled: true },
    { kind: 'text', name: 'off', value: '1', contentType: '', enabled: false },
    { kind: 'file', name: 'f', file: { path: '/f/b.bin', name: 'é"\n.pdf' }, contentType: '', enabled: true },
  ] as const
  const request = await built({ body: { kind: 'multipart', parts: [...parts] } })
  expect(request.headers).toContainEqual(['Content-Type', 'multipart/form-data; boundary=ccx-id'])
  expect(request.body).toBe(
    [
      '--ccx-id',
      'Content-Disposition: form-data; name="a%22b%0D%0A"',
      '',
      'x\ny',
      '--ccx-id',
      'Content-Disposition: form-data; name="json"',
      'Content-Type: application/json',
      '',
      '{}',
      '--ccx-id',
      `Content-Disposition: form-data; name="f"; filename="${Buffer.from('é').toString('latin1')}%22%0A.pdf"`,
      'Content-Type: application/pdf',
      '',
      '\0\xFF\r\n',
      '--ccx-id--',
      '',
    ].join('\r\n'),
  )
})

test('a boundary that occurs in a part is not used', async () => {
  const part = { kind: 'text', name: 'a', value: 'see --ccx-id', contentType: '', enabled: true } as const
  expect(await type({ body: { kind: 'multipart', parts: [part] } })).toEqual(['multipart/form-data; boundary=ccx-id1'])
})

test('multipart of nothing is a closed body', async () => {
  expect((await built({ body: { kind: 'multipart', parts: [] } })).body).toBe('--ccx-id--\r\n')
})

test('a typed multipart type keeps its boundary, or gets the one of the body', async () => {
  const body = { kind: 'multipart', parts: [] } as const
  const typed = await built({
    body: { ...body, parts: [] },
    headers: [header('content-type', 'multipart/mixed; boundary="a b"')],
  })
  expect(typed.headers).toEqual([
    ['Accept', '*/*'],
    ['content-type', 'multipart/mixed; boundary="a b"'],
  ])
  expect(typed.body).toBe('--a b--\r\n')
  const without = { body: { ...body, parts: [] }, headers: [header('Content-Type', 'multipart/related')] }
  expect(await type(without)).toEqual(['multipart/related; boundary=ccx-id'])
})

test('a file goes out as it is, its type guessed only where none is entered', async () => {
  const file = { path: '/f/a.txt', name: 'a.TXT' }
  expect(await built({ body: { kind: 'file', file, contentType: '' } })).toMatchObject({
    body: 'one\ntwo',
    bodyFile: '/f/a.txt',
    headers: [
      ['Accept', '*/*'],
      ['Content-Type', 'text/plain'],
    ],
  })
  expect(await type({ body: { kind: 'file', file, contentType: 'x/y' } })).toEqual(['x/y'])
  expect(await type({ body: { kind: 'file', file: { ...file, name: 'noending' }, contentType: '' } })).toEqual([
    'application/octet-stream',
  ])
})

test('typed header fields win over those of the app, keep their order and may repeat; switched off ones stay at home', async () => {
  const headers = [
    header('accept', 'text/html'),
    header('X-A', '1'),
    header('X-A', '2'),
    header('Content-Type', 'text/plain'),
    header('X-Off', '1', false),
  ]
  expect((await built({ headers, body: { kind: 'json', text: '{}' } })).headers).toEqual([
    ['accept', 'text/html'],
    ['X-A', '1'],
    ['X-A', '2'],
    ['Content-Type', 'text/plain'],
  ])
  const off = [header('Content-Type', 'text/plain', false)]
  expect(await type({ headers: off, body: { kind: 'json', text: '{}' } })).toEqual(['application/json'])
})

test.each([
  ['two\r\nX-Evil: 1', 'value header_value_unfit'],
  ['nul\0', 'value header_value_unfit'],
  ['日本', 'value header_value_unfit'],
])('a header value that would break out is a problem at its row: %j', async (value, expected) => {
  expect(await problems({ headers: [header('A', 'ok'), header('X', value)] })).toEqual([`headers.1.${expected}`])
})

test('Authorization and DPoP may be typed only where no token goes along', async () => {
  const headers = [header('authorization', 'Basic x'), header('DPoP', 'p'), header('Authorization', 'y', false)]
  expect(await problems({ headers })).toEqual(['headers.0.name header_of_token', 'headers.1.name header_of_token'])
  expect((await built({ headers }, false)).headers).toContainEqual(['authorization', 'Basic x'])
})

test('a content type with a line break in it is a problem, also that of a part', async () => {
  expect(await problems({ body: { kind: 'text', text: '', contentType: 'a/b\r\nX: 1' } })).toEqual([
    'body content_type_unfit',
  ])
  const part = { kind: 'text', name: 'a', value: '', contentType: 'a\nb', enabled: true } as const
  expect(await problems({ body: { kind: 'multipart', parts: [part] } })).toEqual(['body content_type_unfit'])
})

test('files that cannot be sent are named, all of them, and none is read while something else is wrong', async () => {
  const file = (path: string) =>
    ({ kind: 'file', name: 'f', file: { path, name: 'n' }, contentType: '', enabled: true }) as const
  const body = { kind: 'multipart', parts: [file(''), file('/f/gone'), file('/f/a.txt')] } as const
  expect(await problems({ body: { ...body, parts: [...body.parts] } })).toEqual([
    'body file_to_choose',
    'body file_missing',
  ])
  read.length = 0
  expect(await problems({ body: { ...body, parts: [...body.parts] }, url: 'nonsense' })).toEqual(['url url_refused'])
  expect(read).toEqual([])
})
