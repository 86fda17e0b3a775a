import { expect, test } from 'vitest'
import type { Exchange } from '../../electron/contract/exchange.ts'
import { finding } from '../../electron/core/finding.ts'
import { questionText } from '../../electron/wording/diagnosis/question.ts'
import { sourceQuestionText } from '../../electron/wording/diagnosis/source-question.ts'

const body = (text: string) =>
  ({ text, encoding: 'utf-8', wireBytes: text.length, decodedBytes: text.length, truncated: false }) as const

const exchange: Pick<
  Exchange,
  'purpose' | 'startedAt' | 'request' | 'response' | 'failure' | 'sent' | 'clockOffset' | 'timings'
> = {
  purpose: 'token',
  startedAt: Date.UTC(2026, 10, 28, 14, 32, 53),
  sent: 'yes',
  clockOffset: 0,
  failure: null,
  timings: { dns: null, connect: 1, proxy: null, tls: null, send: 1, wait: 1, download: 1, total: 4 },
  request: {
    method: 'POST',
    url: 'https://id.orders.example/token',
    headers: [['Authorization', 'Basic ●●●']],
    body: body('grant_type=client_credentials'),
    clientAuthentication: { method: 'client_secret_basic', basicEncoding: 'form', client_id: 'ord-svc' },
  },
  response: {
    httpVersion: '1.1',
    status: 401,
    statusText: 'Unauthorized',
    headers: [
      ['X-Request-Id', '7f1c09ab'],
      ['X-Frame-Options', 'DENY'],
    ],
    body: body('{"error":"invalid_client"}'),
  },
}

const found = finding('wrong_secret', {}, { confidence: 'likely' })

test('a question says what was sent and how, what came, when, what is thought of it, and what was checked', () => {
  const text = questionText(
    exchange,
    [found],
    [
      { check: 'endpoint', result: 'ruled_out' },
      { check: 'clock', result: 'not_known' },
    ],
  )
  for (const part of [
    'A token request (client credentials grant) to id.orders.example was answered 401.',
    'Sent 2026-11-28T14:32:53Z (UTC).',
    'POST https://id.orders.example/token',
    'grant_type=client_credentials',
    'Client ID: ord-svc\nAuthentication method: client_secret_basic',
    'X-Request-Id: 7f1c09ab',
    '{"error":"invalid_client"}',
    'Client ID or secret not accepted (likely)',
    '- Address of the endpoint',
  ]) {
    expect(text).toContain(part)
  }
  expect(text).not.toContain('X-Frame-Options')
  expect(text).not.toContain('Clocks of both sides')
})

test('no answer of a server ends the block that it is quoted in', () => {
  const text = questionText(
    { ...exchange, response: exchange.response && { ...exchange.response, body: body('```\n# Not mine') } },
    [],
    [],
  )
  expect(text).toContain('````\nHTTP/1.1 401')
})

test('what a server said is no Markdown within a cause, and no character of it hides or reorders another', () => {
  const said = 'no\n\n# Mine ![x](https://evil.example/pixel) <img src=x> \u202Etxt'
  const evidence = { step: 'token', status: '401', said, place: 'error_description' }
  const text = questionText(exchange, [{ ...found, evidence }], [])
  expect(text).toContain(String.raw`no \# Mine \!\[x\](https://evil.example/pixel) \<img src=x\> \\u{202e}txt`)
})

test('a request that got no answer says so in words, and that it was not sent', () => {
  const failure = {
    code: 'refused',
    phase: 'connect',
    host: 'id.orders.example',
    port: 443,
    nodeCode: null,
    evidence: {},
  } as const
  const text = questionText({ ...exchange, response: null, sent: 'no', failure }, [], [])
  expect(text).toContain('got no answer. What is wrong?')
  expect(text).toContain('Not sent. This is what would have been sent.')
  expect(text).toContain('No complete answer: ')
})

test('a secret that a store refused is a question too, with what was asked for; a file of one’s own is none', () => {
  const source = {
    kind: 'azure_key_vault',
    vaultUrl: 'https://orders.vault.example',
    secretName: 'ord',
    version: '',
  } as const
  const text = sourceQuestionText(source, 'The store answered 403.', Date.UTC(2026, 10, 28))
  expect(text).toContain('read from Azure Key Vault')
  expect(text).toContain('- vaultUrl: https://orders.vault.example\n- secretName: ord')
  expect(text).toContain('The store answered 403.')
  expect(sourceQuestionText({ kind: 'file', path: '/a', pointer: '' }, 'It is not there.', 0)).toBeNull()
})
