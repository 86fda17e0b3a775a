import { Buffer } from 'node:buffer'
import { createRequire } from 'node:module'
import { Ajv, type AnySchemaObject } from 'ajv'
import formats from 'ajv-formats'
import draft6 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' }
import type { Har } from 'har-format'
import { type HarEntry, HTTPSnippet } from 'httpsnippet'
import { describe, expect, it } from 'vitest'
import type { Exchange } from '../../../electron/contract/exchange.ts'
import { maskOfExchange, redact } from '../../../electron/core/redaction/redact.ts'
import type { Transcript } from '../../../electron/core/http/transcript.ts'
import { harOf } from '../../../electron/core/exporting/har.ts'
import { exchange } from '../evidence/exchange.ts'

const require = createRequire(import.meta.url)
const creator = { name: 'Client Credentials Explorer', version: '1.2.3' }

const failed: Exchange = {
  ...exchange,
  id: 'exchange-2',
  startedAt: exchange.startedAt + 1000,
  response: null,
  failure: {
    code: 'tls_expired',
    phase: 'tls',
    host: 'server.example',
    port: 443,
    nodeCode: 'CERT_HAS_EXPIRED',
    evidence: { words: 'certificate has expired' },
  },
  timings: { dns: 3, connect: 11, proxy: null, tls: null, send: null, wait: null, download: null, total: 15 },
}

const binary: Exchange = {
  ...exchange,
  id: 'exchange-3',
  purpose: 'api',
  request: {
    ...exchange.request,
    method: 'PUT',
    headers: [['Content-Type', 'image/png']],
    body: { text: 'iVBORw==', encoding: 'base64', wireBytes: 4, decodedBytes: 4, truncated: false },
  },
  response: {
    status: 302,
    statusText: 'Found',
    httpVersion: '1.1',
    headers: [['Location', 'https://server.example/next']],
    body: { text: 'iVBORw==', encoding: 'base64', wireBytes: 4, decodedBytes: 4, truncated: true },
  },
  connection: {
    reused: true,
    proxy: 'http://proxy.example:3128',
    remoteAddress: '10.0.0.1',
    remotePort: 3128,
    localAddress: '10.0.0.2',
    localPort: 50_001,
  },
  timings: { dns: null, connect: null, proxy: null, tls: null, send: 1, wait: 2, download: 3, total: 6 },
}

const through: Exchange = {
  ...binary,
  id: 'exchange-4',
  connection: {
    reused: false,
    proxy: null,
    remoteAddress: 'fe80::1%eth0',
    remotePort: 1,
    localAddress: null,
    localPort: null,
  },
  timings: { ...exchange.timings, proxy: 7 },
  redirectedFrom: 'exchange-3',
  retryOf: 'exchange-3',
}

// The archive is parsed as any reader of it would, without knowing who wrote it.
const parsed = (exchanges: readonly Exchange[]): Har => JSON.parse(harOf(exchanges, creator))
const entryOf = (one: Exchange) => {
  const [entry] = parsed([one]).log.entries
  if (entry === undefined) throw new Error('There is no entry.')
  return entry
}

describe('an HTTP archive', () => {
  it('is valid by the schema of HAR 1.2, no matter what happened to the exchanges', () => {
    const ajv = new Ajv({ strict: false, allErrors: true })
    ajv.addMetaSchema(draft6)
    formats.default(ajv)
    // It has no types.
    const schemas: Record<string, AnySchemaObject> = require('har-schema')
    ajv.addSchema(Object.values(schemas))
    const validate = ajv.compile({ $ref: 'har.json#' })
    validate(parsed([exchange, failed, binary, through]))
    expect(validate.errors).toBeNull()
    validate({ log: { version: '1.2', entries: [{}] } })
    expect(validate.errors?.length).toBeGreaterThan(3)
  })

  it('is read by httpsnippet, which turns an entry into the request again', () => {
    const read: HarEntry = JSON.parse(harOf([exchange], creator))
    const code = new HTTPSnippet(read).convert('shell', 'curl')
    expect(code).toContain("--url 'https://server.example/token?tenant=a%20b&flag='")
    expect(code).toContain('--data grant_type=client_credentials')
    expect(code).toContain("--data 'scope=api:read api:write'")
  })

  it('says of what a watch or a probe sent that it did', () => {
    expect(entryOf({ ...exchange, isOfWatch: true })).toHaveProperty('_isOfWatch', true)
    expect(entryOf(exchange)).not.toHaveProperty('_isOfWatch')
    expect(entryOf({ ...exchange, isOfProbe: true })).toHaveProperty('_isOfProbe', true)
    expect(entryOf(exchange)).not.toHaveProperty('_isOfProbe')
  })

  it('holds its exchanges oldest first, and is the same text each time', () => {
    const text = harOf([failed, exchange], creator)
    expect(text).toBe(harOf([exchange, failed], creator))
    expect(parsed([failed, exchange]).log.entries.map(({ startedDateTime }) => startedDateTime)).toEqual([
      '2026-11-24T10:00:00.123Z',
      '2026-11-24T10:00:01.123Z',
    ])
    expect(parsed([]).log).toMatchObject({ version: '1.2', creator, pages: [] })
  })

  it('writes a failure as an answer with status 0 and its cause', () => {
    const { response, comment } = entryOf(failed)
    expect(response).toMatchObject({ status: 0, _error: 'CERT_HAS_EXPIRED', content: { size: 0 } })
    expect(comment).toContain('Certificate expired: server.example:443')
  })

  it('counts TLS and proxy within connect, and the time as the sum of the phases', () => {
    expect(entryOf(exchange).timings).toEqual({
      blocked: -1,
      dns: 3,
      connect: 34,
      ssl: 23,
      send: 0.5,
      wait: 44,
      receive: 4,
    })
    expect(entryOf(exchange).time).toBe(3 + 34 + 0.5 + 44 + 4)
    expect(entryOf(through).timings).toMatchObject({ connect: 41, ssl: 23, _proxy: 7 })
  })

  it('says -1 for what a reused connection did not do', () => {
    expect(entryOf(binary).timings).toEqual({
      blocked: -1,
      dns: -1,
      connect: -1,
      ssl: -1,
      send: 1,
      wait: 2,
      receive: 3,
    })
    expect(entryOf(binary).time).toBe(6)
  })

  it('gives the address of the server, never that of a proxy for it', () => {
    expect(entryOf(exchange)).toMatchObject({ serverIPAddress: '203.0.113.7', connection: '50000' })
    expect(entryOf(binary).serverIPAddress).toBeUndefined()
    expect(entryOf(through).serverIPAddress).toBe('fe80::1')
  })

  it('takes the query and the form apart, and keeps the form as it was', () => {
    const { queryString, postData, cookies } = entryOf(exchange).request
    expect(queryString).toEqual([
      { name: 'tenant', value: 'a b' },
      { name: 'flag', value: '' },
    ])
    expect(postData).toMatchObject({
      mimeType: 'application/x-www-form-urlencoded',
      text: 'grant_type=client_credentials&scope=api%3Aread+api%3Awrite',
      params: [
        { name: 'grant_type', value: 'client_credentials' },
        { name: 'scope', value: 'api:read api:write' },
      ],
    })
    expect(cookies).toEqual([
      { name: 'a', value: '1' },
      { name: 'b', value: '2' },
    ])
  })

  it('keeps what is binary as base64, and says when it is cut', () => {
    const { request, response } = entryOf(binary)
    expect(request.postData).toMatchObject({ text: 'iVBORw==', _encoding: 'base64' })
    expect(response.content).toMatchObject({
      text: 'iVBORw==',
      encoding: 'base64',
      comment: 'The body is not complete.',
    })
    expect(response.redirectURL).toBe('https://server.example/next')
  })

  it('says how much compression saved', () => {
    expect(entryOf(exchange).response).toMatchObject({ bodySize: 20, content: { size: 23, compression: 3 } })
  })

  it('does not pass off as sent what was never sent', () => {
    const authenticated = { method: 'client_secret_basic', basicEncoding: 'form', client_id: 'orders' } as const
    const request = { ...failed.request, clientAuthentication: authenticated }
    const entry = entryOf({ ...failed, request })
    expect(entry).toMatchObject({ _sent: 'no' })
    expect(entry.comment).toMatch(/^Not sent\. This is what would have been sent\./)
    expect(entry.comment).not.toContain('Authenticated as')
    expect(entryOf({ ...exchange, sent: 'partly' })).toMatchObject({ _sent: 'partly' })
    expect(entryOf(exchange)).not.toHaveProperty('_sent')
  })

  it('holds no secret and no token, wherever they stood in the exchange', () => {
    const secret = 'canary+/ sécret%41'
    const token = `eyJhbGciOiJub25lIn0.${'a'.repeat(40)}.${'b'.repeat(40)}`
    const form = new URLSearchParams({ client_secret: secret }).toString()
    const transcript: Transcript = {
      startedAt: 0,
      request: {
        method: 'POST',
        url: `https://server.example/token?client_secret=${encodeURIComponent(secret)}`,
        headers: [
          ['Content-Type', 'application/x-www-form-urlencoded'],
          ['Authorization', `Basic ${Buffer.from(`id:${secret}`).toString('base64')}`],
          ['Cookie', `session=${token}`],
        ],
        body: Buffer.from(form),
      },
      sent: 'yes',
      response: {
        status: 302,
        statusText: 'Found',
        httpVersion: '1.1',
        headers: [
          ['Location', `/next?${form}`],
          ['Set-Cookie', `session=${token}`],
        ],
        body: Buffer.from(JSON.stringify({ access_token: token, echo: secret })),
        wireBytes: 100,
        truncated: false,
      },
      failure: {
        code: 'incomplete',
        phase: 'download',
        host: 'h',
        port: 1,
        nodeCode: null,
        evidence: { words: `got ${secret}` },
      },
      timings: exchange.timings,
      connection: null,
      tls: null,
    }
    const text = harOf(
      [
        redact(
          transcript,
          {
            id: '1',
            environmentId: null,
            purpose: 'token',
            redirectedFrom: null,
            retryOf: null,
            causedBy: null,
            flowId: 'flow',
            clientAuthentication: null,
          },
          maskOfExchange(transcript, [secret, token]),
        ),
      ],
      creator,
    )
    const shown = [
      secret,
      encodeURIComponent(secret),
      form,
      JSON.stringify(secret).slice(1, -1),
      token,
      'canary',
      'aaaaaaaa',
    ]
    expect(shown.filter((look) => text.includes(look))).toEqual([])
    expect(text).not.toContain(Buffer.from(`id:${secret}`).toString('base64').slice(0, 12))
  })
})
