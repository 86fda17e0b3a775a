import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { once } from 'node:events'
import { createServer } from 'node:net'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'
import type { ApiBody, ApiRequest } from '../../electron/contract/api-call.ts'
import { apiHost } from './api-host.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

let at: Awaited<ReturnType<typeof apiHost>>
let opened: TestApi
let environmentId: string
const folder = mkdtempSync(path.join(tmpdir(), 'ccx-bodies-'))

beforeEach(async () => {
  at = await apiHost()
  opened = openTestApi(null)
  environmentId = await opened.add(at.environment, { client_secret: 'secret' })
})
afterEach(async () => {
  opened.close()
  await at.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const request = (change: Partial<ApiRequest>): ApiRequest => ({
  ...newApiRequest,
  method: 'POST',
  url: `${at.url}/api`,
  ...change,
})
const send = (change: Partial<ApiRequest>) =>
  opened.api.sendApiCall({ environmentId, request: request(change) }, context)

async function received(change: Partial<ApiRequest>) {
  const outcome = await send(change)
  expect(outcome).toMatchObject({ kind: 'answered', status: 200 })
  const last = at.received.at(-1)
  if (last === undefined) throw new Error('nothing arrived')
  const { rawHeaders, body, url } = last
  const fields = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as const] : [],
  )
  return { url, body, fields, type: fields.find(([name]) => name === 'Content-Type')?.[1] ?? null }
}

test('the query arrives as it was written, with only what cannot be there encoded', async () => {
  const query = [
    { name: 'a', value: '1%202+3', enabled: true },
    { name: 'flag', value: null, enabled: true },
    { name: 'off', value: '1', enabled: false },
    { name: 'é', value: 'x y#"', enabled: true },
  ]
  expect((await received({ method: 'GET', url: `${at.url}/api?z={1}`, query })).url).toBe(
    '/api?z={1}&a=1%202+3&flag&%C3%A9=x%20y%23%22',
  )
})

test('header fields arrive in order, repeated ones too, with those of the app where none was typed', async () => {
  const header = (name: string, value: string) => ({ name, value, enabled: true })
  const { fields } = await received({
    method: 'GET',
    headers: [header('X-A', '1'), header('x-a', 'é'), header('X-Empty', '')],
  })
  expect(fields.map(([name]) => name)).toEqual([
    'Host',
    'Connection',
    'Accept-Encoding',
    'User-Agent',
    'Accept',
    'X-A',
    'x-a',
    'X-Empty',
    'Authorization',
  ])
  const own = await received({ method: 'GET', headers: [header('user-agent', 'mine'), header('ACCEPT', 'text/csv')] })
  expect(own.fields.filter(([name]) => /^(?:user-agent|accept)$/i.test(name))).toEqual([
    ['user-agent', 'mine'],
    ['ACCEPT', 'text/csv'],
  ])
})

test.each<[ApiBody, string | null, string]>([
  [{ kind: 'none' }, null, ''],
  [{ kind: 'json', text: ' {"n":1.10}\n' }, 'application/json', ' {"n":1.10}\n'],
  [{ kind: 'text', text: 'é\r\n\t', contentType: 'text/plain; charset=utf-8' }, 'text/plain; charset=utf-8', 'é\r\n\t'],
  [
    { kind: 'form', fields: [{ name: 'a b', value: 'é&=\n', enabled: true }] },
    'application/x-www-form-urlencoded',
    'a+b=%C3%A9%26%3D%0A',
  ],
])('a body arrives byte for byte: %j', async (body, type, text) => {
  expect(await received({ body })).toMatchObject({ type, body: Buffer.from(text) })
})

test('files arrive byte for byte, alone and as parts, as they are when they are sent', async () => {
  const file = path.join(folder, 'a.bin')
  const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 251))
  writeFileSync(file, 'before')
  const alone = { kind: 'file', file: { path: file, name: 'a.pdf' }, contentType: '' } as const
  writeFileSync(file, bytes)
  expect(await received({ body: alone })).toMatchObject({ type: 'application/pdf', body: bytes })
  const part = {
    kind: 'file',
    name: 'f',
    file: { path: file, name: 'ö"x".bin' },
    contentType: '',
    enabled: true,
  } as const
  const text = { kind: 'text', name: 't', value: 'é', contentType: '', enabled: true } as const
  const { body, type } = await received({ body: { kind: 'multipart', parts: [text, part] } })
  const boundary = /^multipart\/form-data; boundary=(ccx-[a-z0-9]{20,66})$/.exec(type ?? '')?.[1] ?? ''
  const parsed = await new Response(new Uint8Array(body), { headers: { 'Content-Type': type ?? '' } }).formData()
  expect(parsed.get('t')).toBe('é')
  const got = parsed.get('f')
  if (!(got instanceof File)) throw new Error('no file')
  expect(Buffer.from(await got.arrayBuffer()).equals(bytes)).toBe(true)
  expect(body.toString('latin1')).toContain(`--${boundary}--\r\n`)
})

const fileAt = (name: string): ApiBody => ({
  kind: 'file',
  file: { path: path.join(folder, name), name },
  contentType: '',
})

test('a file that vanished, a folder, one that was never chosen here, or one over 100 MB is named, and nothing is sent', async () => {
  mkdirSync(path.join(folder, 'folder'), { recursive: true })
  const large = path.join(folder, 'large')
  writeFileSync(large, '')
  truncateSync(large, (100 << 20) + 1)
  const cases: [ApiBody, string][] = [
    [fileAt('gone.json'), 'file_missing'],
    [fileAt('folder'), 'file_is_folder'],
    [{ kind: 'file', file: { path: '', name: 'order.pdf' }, contentType: '' }, 'file_to_choose'],
    [fileAt('large'), 'body_file_too_large'],
    [{ kind: 'file', file: { path: 'relative', name: 'x' }, contentType: '' }, 'file_path_not_absolute'],
  ]
  for (const [body, code] of cases) {
    expect(await send({ body })).toMatchObject({ kind: 'not_sent', problems: [{ field: 'body', code }] })
  }
  expect(at.host.issued).toBe(0)
  expect(at.received).toEqual([])
})

test('100 MB are sent, and of them only the beginning is kept', async () => {
  const large = path.join(folder, 'most')
  writeFileSync(large, '')
  truncateSync(large, 100 << 20)
  const outcome = await send({ body: fileAt('most') })
  expect(at.received.at(-1)?.body.length).toBe(100 << 20)
  const exchange = await opened.api.getExchange({ id: 'exchangeId' in outcome ? outcome.exchangeId : '' }, context)
  expect(exchange?.request.body).toMatchObject({ wireBytes: 100 << 20, truncated: true })
  expect(exchange?.request.body?.text.length).toBeLessThanOrEqual(1 << 20)
}, 30_000)

test('a line break in a header value reaches no server', async () => {
  const headers = [{ name: 'X', value: 'a\r\nX-Evil: 1', enabled: true }]
  expect(await send({ headers })).toMatchObject({ kind: 'not_sent', problems: [{ code: 'header_value_unfit' }] })
  expect(at.received).toEqual([])
})

test('what is copied as curl is what is sent, with a file by its path, and no body that a command cannot hold', async () => {
  const file = path.join(folder, 'copied.json')
  writeFileSync(file, Buffer.alloc(2 << 20, 'a'))
  const copy = (change: Partial<ApiRequest>) =>
    opened.api.copyAsCurl({ kind: 'api', environmentId, request: request(change) }, context)
  expect(await copy({ body: fileAt('copied.json'), authorization: 'none' })).toEqual({ kind: 'copied' })
  expect(opened.copied.at(-1)).toContain(`--data-binary @${file}`)
  expect(opened.copied.at(-1)).toContain('application/json')
  expect(opened.copied.at(-1)).not.toContain('Authorization')
  await opened.api.copyAsCurl(
    { kind: 'api', environmentId, request: request({}), token: { kind: 'pasted', token: 'Bearer pasted-token' } },
    context,
  )
  expect(opened.copied.at(-1)).toContain('Bearer pasted-token')
  expect(at.host.issued).toBe(0)
  const query = [{ name: 'q', value: 'a b', enabled: true }]
  await copy({ body: { kind: 'form', fields: [{ name: 'a', value: 'é', enabled: true }] }, query })
  expect(opened.copied.at(-1)).toContain('/api?q=a%20b')
  expect(opened.copied.at(-1)).toContain('--data-binary a=%C3%A9')
  const part = { kind: 'file', name: 'f', file: { path: file, name: 'f' }, contentType: '', enabled: true } as const
  expect(await copy({ body: { kind: 'multipart', parts: [part] } })).toMatchObject({
    kind: 'not_sent',
    problems: [{ field: 'body', code: 'body_too_large_to_copy' }],
  })
})

test('an answer with 10,000 header fields is read, and one whose fields take more than their cap is named', async () => {
  const answering = (count: number) =>
    createServer((socket) => {
      const fields = Array.from({ length: count }, (_, n) => `X-${n}: v\r\n`).join('')
      socket.on('error', () => {})
      socket.once('data', () => socket.end(`HTTP/1.1 200 OK\r\n${fields}Content-Length: 2\r\n\r\n{}`))
    })
  const kinds: string[] = []
  for (const count of [1000, 10_000, 100_000]) {
    const server = answering(count).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`
    const outcome = await send({ method: 'GET', url, authorization: 'none' })
    kinds.push(outcome.kind === 'unreachable' ? outcome.failure.code : outcome.kind)
    server.close()
  }
  expect(kinds).toEqual(['answered', 'answered', 'headers_too_large'])
})
