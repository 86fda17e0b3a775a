import { expect, test } from 'vitest'
import { retryAfterFindings } from '../../../electron/core/oauth/answer.ts'
import { findingSentence } from '../../../electron/wording/findings.ts'
import { answered } from './transcript.ts'

const at = (iso: string) => Date.parse(iso)
const receivedAt = at('2026-11-24T12:00:00Z')
const untilOf = (...headers: [string, string][]) => {
  const { startedAt, timings } = answered(429, '', [], { startedAt: receivedAt - 250 })
  const transcript = { startedAt, timings: { ...timings, total: 250 } }
  return retryAfterFindings(transcript, { headers }).map(({ evidence }) => evidence['until'] ?? 'unknown')
}

test('seconds count from the moment the answer was received', () => {
  expect(untilOf(['Retry-After', '120'])).toEqual([String(receivedAt + 120_000)])
  expect(untilOf(['retry-after', '0'])).toEqual([String(receivedAt)])
  expect(untilOf(['Retry-After', '1.5'])).toEqual([String(receivedAt + 1500)])
})

test('an HTTP date is the moment, when the server does not say what time it has', () => {
  expect(untilOf(['Retry-After', 'Tue, 24 Nov 2026 12:01:00 GMT'])).toEqual([String(at('2026-11-24T12:01:00Z'))])
})

test('an HTTP date is read by the clock of the server, which may be wrong', () => {
  expect(untilOf(['Retry-After', 'Tue, 24 Nov 2026 13:01:00 GMT'], ['Date', 'Tue, 24 Nov 2026 13:00:00 GMT'])).toEqual([
    String(at('2026-11-24T12:01:00Z')),
  ])
})

test('a number too large for a wait is a moment, in seconds or milliseconds since 1970', () => {
  for (const value of [receivedAt / 1000 + 30, receivedAt + 30_000]) {
    expect(untilOf(['Retry-After', String(value)])).toEqual([String(receivedAt + 30_000)])
  }
})

test('milliseconds are read from the fields that say so', () => {
  for (const name of ['retry-after-ms', 'x-ms-retry-after-ms']) {
    expect(untilOf([name, '30000'])).toEqual([String(receivedAt + 30_000)])
  }
})

test('the sentence says how long that is, and until when', () => {
  const { startedAt, timings } = answered(429, '', [], { startedAt: receivedAt })
  const headers: [string, string][] = [['Retry-After', String(receivedAt / 1000 + 30)]]
  expect(retryAfterFindings({ startedAt, timings }, { headers }).map(findingSentence)).toEqual([
    expect.stringContaining(`${receivedAt / 1000 + 30}, which is in 30 s, at 2026-11-24 12:00:30 UTC`),
  ])
})

test('Retry-After counts before X-Retry-After', () => {
  expect(untilOf(['X-Retry-After', '9'], ['Retry-After', '1'])).toEqual([String(receivedAt + 1000)])
})

test.each(['soon', '-1', '', '99999999999999999999', 'Tue, 99 Nov 2026 GMT'])(
  'what is neither seconds nor a date is shown, without a moment: %s',
  (value) => {
    expect(untilOf(['Retry-After', value])).toEqual(['unknown'])
  },
)

test('without the header nothing is said', () => {
  expect(untilOf(['Date', 'Tue, 24 Nov 2026 13:00:00 GMT'])).toEqual([])
})
