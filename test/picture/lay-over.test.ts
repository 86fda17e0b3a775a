import { describe, expect, it } from 'vitest'
import type { FlowAct } from '../../electron/contract/flow.ts'
import { layOver } from '../../electron/picture/lay-over.ts'
import { pictureOf } from '../../electron/picture/picture-of.ts'
import {
  answered,
  api,
  callAct,
  exchange,
  introspectAct,
  passedActs,
  plan,
  runOf,
  token,
  tokenAct,
  verifyAct,
} from './samples.ts'

const picture = (acts: readonly FlowAct[]) => pictureOf(plan, runOf(acts), null)
const changes = (later: readonly FlowAct[], earlier: readonly FlowAct[]) =>
  Object.fromEntries(
    layOver(picture(later), picture(earlier)).picture.rows.flatMap(({ id, change }) =>
      change === '' ? [] : [[id, change]],
    ),
  )

describe('an earlier run laid under a later one', () => {
  it('changes nothing where both are alike, and a few milliseconds are alike', () => {
    const faster = tokenAct({ exchanges: [exchange({ total: 80 })] })
    expect(changes([faster, ...passedActs.slice(1)], passedActs)).toEqual({})
  })

  it('says which step got clearly slower, and which fact is another', () => {
    const slower = tokenAct({
      exchanges: [exchange({ total: 220 })],
      result: { ...token, scopeGranted: 'orders.read' },
    })
    expect(changes([slower, ...passedActs.slice(1)], passedActs)).toEqual({
      'token.response': '2 of 2 scopes → 1 of 2 scopes · 86 ms → 220 ms',
    })
  })

  it('says which state and which status is another', () => {
    const refused = callAct({
      state: 'failed',
      result: answered(401, { error: 'invalid_token' }),
      exchanges: [api({ status: 401 })],
    })
    expect(changes([tokenAct(), verifyAct(), introspectAct(), refused], passedActs)).toEqual({
      'call.answer': 'done → failed',
    })
    const created = callAct({ result: answered(201, { statusText: 'Created' }) })
    expect(changes([...passedActs.slice(0, 3), created], passedActs)).toEqual({ 'call.answer': '200 OK → 201 Created' })
  })

  it('says what is in the later one alone, and keeps the rows of the earlier one', () => {
    const redirected = callAct({ exchanges: [api({ status: 302 }), api({ relation: 'redirect' })] })
    const { picture: over, earlier } = layOver(picture([...passedActs.slice(0, 3), redirected]), picture(passedActs))
    expect(over.rows.find(({ id }) => id === 'call.redirect.1')?.change).toBe('only in this run')
    expect(earlier.get('call.answer')?.result).toBe('31 ms')
  })
})
