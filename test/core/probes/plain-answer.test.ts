import { expect, test } from 'vitest'
import type { Connection, TransportFailure } from '../../../electron/contract/exchange.ts'
import type { Transcript } from '../../../electron/core/http/transcript.ts'
import { plainAnswerOf } from '../../../electron/core/probes/plain-answer.ts'

const nowhere: Transcript = {
  startedAt: 0,
  request: { method: 'GET', url: 'http://id.example/token', headers: [], body: null },
  sent: 'yes',
  response: null,
  failure: null,
  timings: { dns: null, connect: null, proxy: null, tls: null, send: null, wait: null, download: null, total: 1 },
  connection: null,
  tls: null,
}

function answer(status: number, headers: Record<string, string> = {}, body = '', connection: Connection | null = null) {
  const bytes = Buffer.from(body)
  const sized = { body: bytes, wireBytes: bytes.length, truncated: false }
  const response = { status, statusText: '', httpVersion: '1.1', headers: Object.entries(headers), ...sized }
  return plainAnswerOf({ ...nowhere, response, connection })
}

function failed(code: TransportFailure['code'], change: Partial<TransportFailure> = {}) {
  const failure = {
    code,
    phase: 'wait',
    host: 'id.example',
    port: 80,
    nodeCode: null,
    evidence: {},
    ...change,
  } as const
  return plainAnswerOf({ ...nowhere, failure })
}

const html = { 'Content-Type': 'text/html' }
const json = { 'Content-Type': 'application/json' }

test('a redirect to https is one, wherever it leads', () => {
  expect(answer(301, { Location: 'https://id.example/token' })).toEqual({ kind: 'redirected' })
  expect(answer(308, { Location: 'https://elsewhere.example/' })).toEqual({ kind: 'redirected' })
})

test('a port that https is reached at and nobody answers at shows nothing of plain http', () => {
  const at = { ...nowhere.request, url: 'http://id.example:8443/token' }
  const code = (code: TransportFailure['code'], phase: TransportFailure['phase']) =>
    plainAnswerOf({
      ...nowhere,
      request: at,
      failure: { code, phase, host: 'id.example', port: 8443, nodeCode: null, evidence: {} },
    })
  expect(code('refused', 'connect')).toEqual({ kind: 'unclear', why: 'no_answer' })
  expect(code('timeout', 'connect')).toEqual({ kind: 'unclear', why: 'no_answer' })
  expect(code('reset', 'wait')).toEqual({ kind: 'refused' })
})

test('a redirect that stays with http, or leads nowhere, says nothing', () => {
  for (const location of [{ Location: 'http://id.example/' }, { Location: '/login' }, { Location: 'http://[' }, {}]) {
    expect(answer(302, location)).toEqual({ kind: 'unclear', why: 'redirected' })
  }
})

test.each([403, 410, 421, 426])('%i refuses', (status) => {
  expect(answer(status, html, '<h1>No</h1>')).toEqual({ kind: 'refused' })
})

test('404 says nothing of an endpoint that takes POST only, in JSON as in a page', () => {
  expect(answer(404, html, '<h1>No</h1>')).toEqual({ kind: 'unclear', why: 'refused_otherwise' })
  expect(answer(404, json, '{"error":"invalid_request"}')).toEqual({ kind: 'unclear', why: 'refused_otherwise' })
})

test('web servers that expect TLS say so in their own words', () => {
  for (const words of [
    'The plain HTTP request was sent to HTTPS port',
    'Client sent an HTTP request to an HTTPS server.',
    "You're speaking plain HTTP to an SSL-enabled server port.",
    'This combination of host and port requires TLS.',
  ]) {
    expect(answer(400, html, `<html><p>${words}`)).toEqual({ kind: 'refused' })
  }
})

test('what the endpoint itself answers is served', () => {
  expect(answer(200, json, '{"keys":[]}')).toEqual(expect.objectContaining({ kind: 'served' }))
  expect(answer(400, json, '{"error":"invalid_request"}')).toEqual({ kind: 'served' })
  expect(answer(401, html, '')).toEqual({ kind: 'served' })
  expect(answer(405, {}, '')).toEqual({ kind: 'served' })
})

test('a web page, nothing, and an error of the server say nothing', () => {
  expect(answer(200, html, '<html>Welcome to nginx')).toMatchObject({ kind: 'unclear', why: 'not_readable' })
  expect(answer(200)).toMatchObject({ kind: 'unclear', why: 'not_readable' })
  expect(answer(400, html, '<html>Bad request')).toEqual({ kind: 'unclear', why: 'refused_otherwise' })
  expect(answer(429, json, '{}')).toEqual({ kind: 'unclear', why: 'refused_otherwise' })
  expect(answer(503, html, '')).toEqual({ kind: 'unclear', why: 'server_error' })
})

test('a server that breaks off, answers in TLS or is not there refuses', () => {
  expect(failed('refused', { phase: 'connect' })).toEqual({ kind: 'refused' })
  expect(failed('reset')).toEqual({ kind: 'refused' })
  expect(failed('timeout', { phase: 'connect' })).toEqual({ kind: 'refused' })
  expect(failed('malformed_http', { evidence: { reason: 'tls' } })).toEqual({ kind: 'refused' })
})

test('garbage, silence and a name that is not found say nothing', () => {
  for (const failure of [failed('malformed_http'), failed('timeout'), failed('name_not_found'), failed('cancelled')]) {
    expect(failure).toEqual({ kind: 'unclear', why: 'no_answer' })
  }
})

test('what a proxy refuses says nothing of the server', () => {
  const connection = {
    reused: false,
    proxy: 'http://proxy:3128',
    remoteAddress: null,
    remotePort: null,
    localAddress: null,
    localPort: null,
  }
  expect(answer(403, html, 'Blocked', connection)).toEqual({ kind: 'unclear', why: 'refused_otherwise' })
  expect(plainAnswerOf({ ...nowhere, connection })).toEqual({ kind: 'unclear', why: 'no_answer' })
})
