import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { finding } from '../../../electron/core/finding.ts'
import type { ApiCallOutcome, TokenUse } from '../../../electron/contract/outcome.ts'
import { noteApiAnswer, verdictOnToken } from '../../../renderer/queries/note-api-answer.ts'
import { refusedTokens } from '../../../renderer/state/refused-tokens.ts'

type Answered = Extract<ApiCallOutcome, { kind: 'answered' }>

const answered = (status: number, tokenUse: TokenUse, more: Partial<Answered> = {}): Answered => ({
  kind: 'answered',
  status,
  statusText: '',
  challenge: null,
  tokenUse,
  findings: [],
  checked: [],
  exchangeId: 'of-the-call',
  ...more,
})

const chain = vi.fn(async () => ({
  ok: true,
  value: [
    { id: 'of-the-token', purpose: 'token' },
    { id: 'of-the-call', purpose: 'api' },
  ],
}))

beforeEach(() => vi.stubGlobal('window', { ccx: { getExchangeChain: chain, cancel: () => {} } }))
afterEach(() => {
  vi.unstubAllGlobals()
  refusedTokens.set('orders', null)
})

const note = async (outcome: ApiCallOutcome, of = 'held'): Promise<string | null> => {
  await noteApiAnswer('orders', outcome, of)
  return refusedTokens.get('orders')
}

describe('what an answer says about the token', () => {
  test('401 refuses it and 2xx accepts it; another status says neither', () => {
    expect(verdictOnToken(answered(401, 'reused'))).toBe('refused')
    expect(verdictOnToken(answered(204, 'reused'))).toBe('accepted')
    for (const status of [302, 403, 404, 500]) expect(verdictOnToken(answered(status, 'reused'))).toBeNull()
  })

  test('a token that was pasted, or none, says nothing about the one that is held', () => {
    expect(verdictOnToken(answered(401, 'pasted'))).toBeNull()
    expect(verdictOnToken(answered(401, 'none'))).toBeNull()
  })

  test('a web page with 401 is of no API', () => {
    const page = finding('api_answer_web_page', { status: '401' })
    expect(verdictOnToken(answered(401, 'reused', { findings: [page] }))).toBeNull()
  })

  test('nothing is said where nothing was answered', () => {
    expect(verdictOnToken({ kind: 'not_sent', problems: [] })).toBeNull()
  })
})

test('a refused token stays so until an API accepts that one; another status changes nothing', async () => {
  expect(await note(answered(401, 'reused'))).toBe('held')
  expect(await note(answered(404, 'reused'))).toBe('held')
  expect(await note(answered(200, 'reused'), 'another')).toBe('held')
  expect(await note(answered(200, 'reused'))).toBeNull()
})

test('of a token that was requested for the call, its own request is noted, not that of the one before', async () => {
  expect(await note(answered(401, 'new'))).toBe('of-the-token')
  expect(await note(answered(401, 'renewed'))).toBe('of-the-token')
})

test('where the exchange of the token is not recorded, nothing is noted', async () => {
  chain.mockResolvedValueOnce({ ok: true, value: [] })
  expect(await note(answered(401, 'new'))).toBeNull()
})
