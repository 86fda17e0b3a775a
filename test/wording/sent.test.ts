import { expect, test } from 'vitest'
import type { Phase, TransportFailure } from '../../electron/contract/exchange.ts'
import { failureText } from '../../electron/wording/failures.ts'
import { sentOf, sentSentence } from '../../electron/wording/sent.ts'

const failedIn = (phase: Phase, code: TransportFailure['code'] = 'reset'): TransportFailure => ({
  code,
  phase,
  host: '127.0.0.1',
  port: 1,
  nodeCode: null,
  evidence: {},
})

test.each(['dns', 'connect', 'proxy', 'tls'] as const)(
  'a request that failed at %s, recorded before that was noted, was not sent',
  (phase) => {
    expect(sentOf({ failure: failedIn(phase) })).toBe('no')
    expect(sentSentence('no')).toMatch(/^Not sent\./)
  },
)

test('an earlier record of a failure while sending says that perhaps not all of it went out', () => {
  expect(sentOf({ failure: failedIn('send') })).toBe('partly')
})

test('an earlier record of an answer, or of a failure after sending, was sent', () => {
  expect(sentOf({ failure: null })).toBe('yes')
  expect(sentOf({ failure: failedIn('wait') })).toBe('yes')
  expect(sentOf({ failure: failedIn('download') })).toBe('yes')
  expect(sentSentence('yes')).toBeNull()
})

test('what was noted counts more than the phase', () => {
  expect(sentOf({ sent: 'partly', failure: failedIn('download') })).toBe('partly')
})

test('a request that was cancelled before it was sent is not said to have reached the server', () => {
  expect(failureText(failedIn('connect', 'cancelled')).advice).toBe('You cancelled before the request was sent.')
  expect(failureText(failedIn('wait', 'cancelled')).advice).toContain(
    'What the server did with it until then is unknown',
  )
})
