import { expect, test } from 'vitest'
import type { FailureCode, Phase } from '../../../electron/contract/exchange.ts'
import { allowedWidth, widthAfter } from '../../../renderer/exchange-view/drawer-edge.ts'
import { tabAfter } from '../../../renderer/exchange-view/tab-after.ts'

const failed = (code: FailureCode, phase: Phase) =>
  tabAfter({ response: null, failure: { code, phase, host: 'a', port: 1, nodeCode: null, evidence: {} } })

const answered = (status: number) => {
  const body = { text: '', encoding: 'utf-8' as const, wireBytes: 0, decodedBytes: 0, truncated: false }
  return tabAfter({ response: { status, statusText: '', httpVersion: '1.1', headers: [], body }, failure: null })
}

test('a failure opens the tab that shows it', () => {
  expect([failed('tls_expired', 'tls'), failed('tls_client_certificate', 'wait')]).toEqual(['tls', 'tls'])
  expect(failed('timeout', 'wait')).toBe('timing')
  expect([answered(400), answered(401), answered(503)]).toEqual(['response', 'response', 'response'])
})

test('what did not fail, and a failure that no tab shows, leave the tab as it is', () => {
  expect([answered(200), answered(302), failed('refused', 'connect'), failed('name_not_found', 'dns')]).toEqual([
    null,
    null,
    null,
    null,
  ])
})

test('the drawer is never narrower or wider than it may be', () => {
  expect([-1e9, 319.4, 400.4, 561, 1e9].map(allowedWidth)).toEqual([320, 320, 400, 560, 560])
  expect([widthAfter('ArrowRight', 325), widthAfter('ArrowLeft', 555)]).toEqual([320, 560])
  expect([widthAfter('Home', 400), widthAfter('End', 400), widthAfter('Tab', 400)]).toEqual([320, 560, null])
})
