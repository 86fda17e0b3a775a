import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../../electron/sandbox/start.ts'
import { ask, bearer, tokenOf } from './sandbox-client.ts'

let sandbox: Sandbox
let headers: Record<string, string>
beforeAll(async () => {
  sandbox = await startSandbox()
  headers = bearer(await tokenOf(sandbox.facts, 'jwt', 'api:read'))
})
afterAll(() => sandbox.close())

const at = (path: string) => `${sandbox.facts.api}/api/${path}`
const get = (path: string) => ask(at(path), { headers })
const bytesOf = async (path: string) => Buffer.from(await (await fetch(at(path), { headers })).arrayBuffer())

describe('the answers of the sandbox', () => {
  test('need a token with api:read like the orders', async () => {
    expect((await ask(at('echo'))).status).toBe(401)
    const writeOnly = bearer(await tokenOf(sandbox.facts, 'jwt', 'api:write'))
    expect((await ask(at('big?mb=64'), { headers: writeOnly })).status).toBe(403)
  })

  test('an echo gives method, query, header fields and body back, and never the token', async () => {
    const answer = await ask(at('echo?a=1&a=%26'), {
      method: 'PATCH',
      headers: { ...headers, 'content-type': 'text/plain', 'x-own': 'it"s' },
      body: 'Grüße',
    })
    expect(answer.json).toMatchObject({
      method: 'PATCH',
      path: '/api/echo',
      query: [
        ['a', '1'],
        ['a', '&'],
      ],
      body: { bytes: 7, text: 'Grüße', sha256: createHash('sha256').update('Grüße').digest('hex') },
    })
    expect(answer.text).toContain('it\\"s')
    expect(answer.text).not.toContain(headers['authorization']?.slice(7))
  })

  test('an echo lists the fields of a form and the parts of a multipart body', async () => {
    const form = await ask(at('echo'), { method: 'POST', headers, body: new URLSearchParams({ a: 'ü & b' }) })
    expect(form.json).toMatchObject({ body: { fields: [{ name: 'a', value: 'ü & b' }] } })
    const parts = new FormData()
    parts.append('note', 'two\nlines')
    parts.append('label', new Blob([new Uint8Array([0, 255])], { type: 'image/png' }), 'größe.png')
    const multipart = await ask(at('echo'), { method: 'POST', headers, body: parts })
    expect(multipart.json).toMatchObject({
      body: {
        parts: [
          { name: 'note', value: 'two\r\nlines' },
          { name: 'label', file: 'größe.png', type: 'image/png', bytes: 2 },
        ],
      },
    })
  })

  test('an echo of a multipart body that is none says so', async () => {
    const type = { 'content-type': 'multipart/form-data; boundary=x' }
    const answer = await ask(at('echo'), { method: 'POST', headers: { ...headers, ...type }, body: 'nothing' })
    expect(answer.json).toMatchObject({ body: { text: 'nothing', unreadable: 'multipart/form-data; boundary=x' } })
  })

  test('an echo takes 16 MiB at most', async () => {
    const answer = await ask(at('echo'), { method: 'POST', headers, body: new Uint8Array((16 << 20) + 1) })
    expect(answer.status).toBe(413)
  })

  test('a status is refused as often as it is asked for, then answered once', async () => {
    const statuses = []
    for (let count = 0; count < 5; count += 1) statuses.push((await get('status/429?after=2')).status)
    expect(statuses).toEqual([429, 429, 200, 429, 429])
    expect((await get('status/503')).headers.get('retry-after')).toBe('2')
    expect((await get('status/204')).status).toBe(204)
    for (const wrong of ['status/100', 'status/99999', 'status/', 'status/x', 'encoded/lzma', 'text?charset=x']) {
      expect((await get(wrong)).status).toBe(404)
    }
  })

  test('events and lines come as many as asked for, and at most 1,000', async () => {
    const events = await get('stream?n=3&ms=1')
    expect(events.headers.get('content-type')).toBe('text/event-stream')
    expect(events.text.match(/^data: \{.*\}$/gm)).toHaveLength(3)
    const lines = (await bytesOf('lines?n=999999')).toString().trimEnd().split('\n')
    expect(lines).toHaveLength(1000)
    expect(lines.map((line) => JSON.parse(line).number).at(-1)).toBe(1000)
  })

  test('a big answer is JSON of the size that was asked for', async () => {
    const bytes = await bytesOf('big?mb=3')
    expect(bytes.length).toBeGreaterThan(3_000_000)
    expect(bytes.length).toBeLessThan(3_001_000)
    expect(JSON.parse(bytes.toString()).orders.length).toBeGreaterThan(10_000)
  })

  test('each content encoding is what it says', async () => {
    for (const encoding of ['gzip', 'br', 'deflate', 'zstd']) {
      const answer = await get(`encoded/${encoding}`)
      expect(answer.headers.get('content-encoding')).toBe(encoding)
      expect(answer.json).toHaveProperty('orders.length', 3)
    }
  })

  test('image, PDF, XML, web page, text and bytes are of their type', async () => {
    expect((await bytesOf('image')).subarray(1, 4).toString()).toBe('PNG')
    const pdf = (await bytesOf('pdf')).toString('latin1')
    expect(pdf.slice(Number(/startxref\n(\d+)/.exec(pdf)?.[1])).startsWith('xref\n0 6\n')).toBe(true)
    expect((await get('xml')).headers.get('content-type')).toBe('application/xml')
    expect((await get('html')).text).toContain('<script>')
    expect((await bytesOf('text?charset=ISO-8859-1')).toString('latin1')).toContain('Müller')
    expect((await bytesOf('binary')).subarray(254, 258)).toEqual(Buffer.from([254, 255, 0, 1]))
    expect((await get('empty')).status).toBe(204)
    expect((await get('slow?ms=1')).status).toBe(200)
  })
})
