import { newApiRequest } from '../../../electron/catalogue/new-api-request.ts'
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ApiRequest } from '../../../electron/contract/api-call.ts'
import { perform } from '../../../renderer/queries/perform.ts'
import { cancelRun, done } from '../../../renderer/state/runs.ts'

const request = (url: string): ApiRequest => ({ ...newApiRequest, url })

type Answer = (value: unknown) => void
let answers: Map<string, Answer>
let cancelled: string[]

beforeEach(() => {
  answers = new Map()
  cancelled = []
  const ids = new Map<string, string>()
  const sendApiCall = (id: string, input: { request: ApiRequest }) => {
    ids.set(id, input.request.url)
    return new Promise((resolve) => answers.set(input.request.url, resolve))
  }
  vi.stubGlobal('window', { ccx: { sendApiCall, cancel: (id: string) => cancelled.push(ids.get(id) ?? '') } })
})

afterEach(() => {
  vi.unstubAllGlobals()
  for (const subject of ['orders a', 'orders b']) done.sendApiCall.set(subject, null)
})

const kept = <Input>(input: Input): Input => input

const send = (client: QueryClient, subject: string, url: string) =>
  perform(client, {
    name: 'sendApiCall',
    subject,
    input: { environmentId: 'orders', request: request(url) },
    of: 'ex-1',
    kept,
  })

const landed = (subject: string) => done.sendApiCall.get(subject)

const notSent = { kind: 'not_sent', problems: [] }

test('an answer that comes late lands at its own call, not at the one that was sent since', async () => {
  const client = new QueryClient()
  const first = send(client, 'orders a', 'https://api.example/a')
  const second = send(client, 'orders b', 'https://api.example/b')
  answers.get('https://api.example/b')?.({ ok: true, value: notSent })
  await second
  expect(landed('orders a')).toBeNull()
  answers.get('https://api.example/a')?.({
    ok: true,
    value: { ...notSent, problems: [{ field: 'url', message: 'a' }] },
  })
  await first
  expect(landed('orders a')).toMatchObject({
    input: { request: { url: 'https://api.example/a' } },
    outcome: { problems: [{ message: 'a' }] },
    of: 'ex-1',
  })
  expect(landed('orders b')).toMatchObject({ outcome: notSent })
})

test('a call that the app could not make replaces the answer before it, and says of which input it is', async () => {
  const client = new QueryClient()
  const first = send(client, 'orders a', 'https://api.example/a')
  answers.get('https://api.example/a')?.({ ok: true, value: notSent })
  await first
  const second = send(client, 'orders a', 'https://api.example/2')
  answers.get('https://api.example/2')?.({ ok: false, code: 'failed', message: 'It broke.' })
  await expect(second).rejects.toThrow('It broke.')
  expect(landed('orders a')).toMatchObject({
    input: { request: { url: 'https://api.example/2' } },
    outcome: null,
    error: { message: 'It broke.' },
  })
})

test('cancelling one call leaves the others of its environment alone', () => {
  const client = new QueryClient()
  void send(client, 'orders a', 'https://api.example/a')
  void send(client, 'orders b', 'https://api.example/b')
  cancelRun('sendApiCall', 'orders a')
  expect(cancelled).toEqual(['https://api.example/a'])
})

test('a token is in the list of tokens together with the outcome that issued it, in the place of the one before', async () => {
  const client = new QueryClient()
  const token = (environmentId: string, exchangeId: string) => ({ environmentId, exchangeId })
  client.setQueryData(['tokens'], [token('orders', 'ex-1'), token('billing', 'ex-2')])
  const issued = { kind: 'issued', token: token('orders', 'ex-3'), findings: [], exchangeId: 'ex-3' }
  vi.stubGlobal('window', { ccx: { requestToken: async () => ({ ok: true, value: issued }) } })
  const seen: unknown[] = []
  const look = () => seen.push([done.requestToken.get('orders')?.outcome?.kind, client.getQueryData(['tokens'])])
  const end = done.requestToken.subscribe(look)
  await perform(client, {
    name: 'requestToken',
    subject: 'orders',
    input: { environmentId: 'orders' },
    of: 'ex-1',
    kept,
  })
  await vi.waitUntil(() => seen.length > 0)
  end()
  done.requestToken.set('orders', null)
  expect(seen).toEqual([['issued', [token('orders', 'ex-3'), token('billing', 'ex-2')]]])
})

test('an error is gone as soon as the call is made again', async () => {
  const client = new QueryClient()
  const first = send(client, 'orders a', 'https://api.example/a')
  answers.get('https://api.example/a')?.({ ok: false, code: 'failed', message: 'It broke.' })
  await expect(first).rejects.toThrow('It broke.')
  void send(client, 'orders a', 'https://api.example/a')
  expect(landed('orders a')).toMatchObject({ error: null })
})
