import { afterEach, beforeEach, expect, test } from 'vitest'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'
import type { CallInput } from '../../electron/contract/calls.ts'
import type { Notice } from '../../electron/contract/events.ts'
import { madeToken } from '../support/made-token.ts'
import { apiHost } from './api-host.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

let at: Awaited<ReturnType<typeof apiHost>>
let opened: TestApi
let environmentId: string
let notices: Notice[]
/** Called with each notice. */
let onNotice: () => void

beforeEach(async () => {
  at = await apiHost()
  notices = []
  onNotice = () => {}
  opened = openTestApi(null, {
    notify: (notice) => {
      notices.push(notice)
      onNotice()
    },
  })
  environmentId = await opened.add(at.environment, { client_secret: 'secret' })
})
afterEach(async () => {
  opened.close()
  await at.close()
})

type Given = Partial<CallInput<'repeatApiCall'>>
const repeat = ({ request, ...given }: Given = {}, signal = context.signal) =>
  opened.api.repeatApiCall(
    {
      environmentId,
      request: { ...newApiRequest, url: `${at.url}/api`, ...request },
      times: 3,
      pauseMs: 0,
      ...given,
    },
    { flowId: 'repeating', signal },
  )
const samples = () => notices.flatMap((notice) => (notice.kind === 'repeat_sample' ? [notice] : []))

test('each call is sent after the one before, reported as it comes, and recorded with its call', async () => {
  at.host.answer = (_call, count) => ({ status: count === 2 ? 500 : 200 })
  const { samples: all, end } = await repeat({ callId: 'orders' })
  expect(end).toEqual({ kind: 'done' })
  expect(all.map(({ index, status, tokenUse }) => [index, status, tokenUse])).toEqual([
    [0, 200, 'new'],
    [1, 500, 'reused'],
    [2, 200, 'reused'],
  ])
  expect(samples()).toEqual(all.map((sample) => ({ kind: 'repeat_sample', flowId: 'repeating', sample })))
  expect(await opened.api.listAnswers({ callId: 'orders', limit: 10 }, context)).toHaveLength(3)
  expect((await opened.api.listLastOutcomes(undefined, context)).sendApiCall).toEqual([])
})

test('a failure of one is a sample like any other', async () => {
  await opened.api.requestToken({ environmentId }, context)
  await at.close()
  const { samples: all, end } = await repeat()
  expect(end).toEqual({ kind: 'done' })
  expect(all.map(({ status }) => status)).toEqual([null, null, null])
  expect(all[2]?.failure).toBe('refused')
})

test('Retry-After is waited out before the next call', async () => {
  const came: number[] = []
  at.host.answer = (_call, count) => {
    came.push(performance.now())
    return count === 1 ? { status: 429, headers: { 'Retry-After': '1' } } : { status: 200 }
  }
  expect((await repeat({ times: 2 })).samples.map(({ status }) => status)).toEqual([429, 200])
  expect((came[1] ?? 0) - (came[0] ?? 0)).toBeGreaterThan(900)
})

test.each([429, 503])(
  'a %i that asks to wait for longer than a minute ends it, and says until when',
  async (status) => {
    at.host.answer = () => ({ status, headers: { 'Retry-After': '3600' } })
    const before = Date.now()
    const { samples: all, end } = await repeat()
    expect(all).toHaveLength(1)
    expect(end).toMatchObject({ kind: 'asked_to_wait' })
    expect(end.kind === 'asked_to_wait' && end.retryAt - before).toBeGreaterThan(3_500_000)
  },
)

test('cancelling ends it at once: while it waits, while an answer is awaited, and before it begins', async () => {
  const controller = new AbortController()
  onNotice = () => {
    if (samples().length === 1) controller.abort()
  }
  expect(await repeat({ pauseMs: 60_000 }, controller.signal)).toMatchObject({
    end: { kind: 'cancelled' },
    samples: [{}],
  })
  const second = new AbortController()
  at.host.answer = () => {
    second.abort()
    return { status: 200 }
  }
  expect(await repeat({}, second.signal)).toMatchObject({ end: { kind: 'cancelled' }, samples: [] })
  expect(await repeat({}, AbortSignal.abort())).toMatchObject({ end: { kind: 'cancelled' }, samples: [] })
})

test('what cannot be sent ends it, with the reason', async () => {
  expect(await repeat({ request: { ...newApiRequest, url: `${at.url}/#x` } })).toMatchObject({
    samples: [],
    end: { kind: 'not_sent', problems: [{ field: 'url' }] },
  })
  at.host.refusal = { error: 'invalid_client' }
  expect(await repeat()).toMatchObject({ samples: [], end: { kind: 'no_token', token: { kind: 'refused' } } })
  expect(await repeat({ environmentId: 'gone' })).toMatchObject({ end: { kind: 'not_sent' } })
})

test('a revocation is seen to take effect', async () => {
  at.host.answer = (_call, count) => ({ status: count <= 2 ? 200 : 401 })
  const { samples: all } = await repeat({ times: 4 })
  expect(all.map(({ status, tokenUse }) => [status, tokenUse])).toEqual([
    [200, 'new'],
    [200, 'reused'],
    [401, 'reused'],
    [401, 'reused'],
  ])
})

test('a new token that helps nothing is requested once, not for each call', async () => {
  await opened.api.requestToken({ environmentId }, context)
  at.host.answer = () => ({ status: 401 })
  const { samples: all } = await repeat({
    times: 4,
    request: { ...newApiRequest, url: `${at.url}/api`, renewOn401: true },
  })
  expect(all.map(({ tokenUse }) => tokenUse)).toEqual(['renewed', 'reused', 'reused', 'reused'])
  expect(at.host.issued).toBe(2)
})

test('a pasted token goes with every call, and in no sample', async () => {
  const token = madeToken({ sub: 'pasted' })
  const repetition = await repeat({ times: 2, token: { kind: 'pasted', token } })
  expect(at.received.map(({ authorization }) => authorization)).toEqual([`Bearer ${token}`, `Bearer ${token}`])
  expect(JSON.stringify([repetition, notices])).not.toContain(token)
})
