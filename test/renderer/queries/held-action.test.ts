import { expect, test } from 'vitest'
import type { TokenOutcome } from '../../../electron/contract/outcome.ts'
import { isOfToken } from '../../../renderer/queries/held-action.ts'
import { heldToken } from '../../support/held-token.ts'

const held = (exchangeId: string) => heldToken({ exchangeId })

const refused: TokenOutcome = {
  kind: 'refused',
  status: 401,
  error: { error: 'invalid_client', error_description: null, error_uri: null },
  findings: [],
  exchangeId: 'ex-2',
}
const issued = (exchangeId: string): TokenOutcome => ({
  kind: 'issued',
  token: held(exchangeId),
  findings: [],
  exchangeId,
})

test('a refusal is not shown beside a token that was obtained after it', () => {
  expect(isOfToken({ outcome: refused, of: 'ex-1' }, held('ex-3'))).toBe(false)
  expect(isOfToken({ outcome: refused, of: '' }, held('ex-3'))).toBe(false)
})

test('a refusal is shown beside the earlier token, and where there is none', () => {
  expect(isOfToken({ outcome: refused, of: 'ex-1' }, held('ex-1'))).toBe(true)
  expect(isOfToken({ outcome: refused, of: '' }, null)).toBe(true)
})

test('what was noticed of an issued token is not said of one that an API call obtained since', () => {
  expect(isOfToken({ outcome: issued('ex-1'), of: '' }, held('ex-1'))).toBe(true)
  expect(isOfToken({ outcome: issued('ex-1'), of: '' }, held('ex-2'))).toBe(false)
})
