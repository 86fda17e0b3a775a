import { describe, expect, test } from 'vitest'
import { activityRanges } from '../../../electron/vocabulary/activity.ts'
import { findingCodeSchema } from '../../../electron/contract/finding.ts'
import { axisLabels } from '../../../renderer/features/activity/axis-labels.ts'
import { sinceText, spanText } from '../../../renderer/features/activity/calendar-text.ts'
import { causeText } from '../../../renderer/features/activity/cause-text.ts'
import { earlyText, ratioText } from '../../../renderer/features/activity/column-text.ts'
import { driftReason, driftTitle, untilText } from '../../../renderer/features/activity/drift-text.ts'
import { differencesOf, stepBefore } from '../../../renderer/features/activity/step-differences.ts'
import { stepSpoken } from '../../../renderer/features/activity/step-text.ts'
import { everyText, oftenText, watchedText, watchLines } from '../../../renderer/features/activity/watch-text.ts'
import { timeSteps } from '../../../electron/core/activity/time-steps.ts'
import { drift, hour, step } from './activity.ts'

const now = new Date(2026, 10, 28, 14, 20).getTime()
const at = (day: number, hours = 0): number => new Date(2026, 10, day, hours).getTime()

describe('times', () => {
  test.each([
    [{ startsAt: at(26, 9), endsAt: at(26, 10) }, 'Thu 26 Nov, 09:00–10:00'],
    [{ startsAt: at(26, 21), endsAt: at(27) }, 'Thu 26 Nov, 21:00–00:00'],
    [{ startsAt: at(26), endsAt: at(27) }, 'Thu 26 Nov'],
    [{ startsAt: at(22), endsAt: at(27) }, '22 Nov – 26 Nov'],
  ])('%j', (span, text) => expect(spanText(span)).toBe(text))

  test.each([
    [at(28, 1), 'today'],
    [at(27, 1), 'since yesterday'],
    [at(26, 1), 'since Thursday'],
    [at(12), 'since 12 Nov'],
  ])('%i', (time, text) => expect(sinceText(time, now)).toBe(text))
})

describe('the axis', () => {
  test.each(activityRanges)('of %s has labels in order that do not touch', (range) => {
    const { steps } = timeSteps(range, now)
    const all = steps.map(({ startsAt, endsAt }) => step(0, { startsAt, endsAt }))
    const span = { from: steps[0]?.startsAt ?? 0, to: steps.at(-1)?.endsAt ?? 0 }
    const labels = axisLabels(range, all, span)
    expect(labels.length).toBeGreaterThanOrEqual(6)
    expect(labels.slice(1).every(({ place }, index) => place - (labels[index]?.place ?? 1) > 0.1)).toBe(true)
  })

  test('of 7 days names each day in its middle', () => {
    const { steps } = timeSteps('7d', now)
    const all = steps.map(({ startsAt, endsAt }) => step(0, { startsAt, endsAt }))
    const labels = axisLabels('7d', all, { from: steps[0]?.startsAt ?? 0, to: steps.at(-1)?.endsAt ?? 0 })
    expect(labels.map(({ text }) => text)).toEqual([
      'Sun 22',
      'Mon 23',
      'Tue 24',
      'Wed 25',
      'Thu 26',
      'Fri 27',
      'Sat 28',
    ])
    expect(labels[3]?.place).toBeCloseTo(0.5)
  })
})

test.each(findingCodeSchema.options)('a failure of %s has a title without its evidence', (code) => {
  expect(causeText({ kind: 'finding', code })).toMatch(/^\S.*[^\s.:]$/)
})

test('other failures are named by the connection or the status', () => {
  expect(causeText({ kind: 'transport', code: 'timeout', phase: 'wait' })).toBe('Timeout, waiting')
  expect(causeText({ kind: 'transport', code: 'timeout', phase: 'connect' })).toBe('Timeout, connecting')
  expect(causeText({ kind: 'transport', code: 'timeout', phase: null })).toBe('Time limit reached')
  expect(causeText({ kind: 'transport', code: 'reset', phase: null })).toBe('Connection closed by the server')
  expect(causeText({ kind: 'status', status: 503 })).toBe('Status 503')
})

test.each([
  [null, '–'],
  [0, '0'],
  [1.54, '1.5'],
  [31.4, '31'],
  [12_345, '12,345'],
])('%d calls per token', (ratio, text) => expect(ratioText(ratio)).toBe(text))

describe('the banner', () => {
  test('counts what changed, since when', () => {
    expect(driftTitle([drift(at(27)), drift(at(26))], now)).toBe('2 things changed since Thursday')
    expect(driftTitle([drift(at(28))], now)).toBe('1 thing changed today')
  })
  test('says what, each once, and counts the rest', () => {
    const lifetime = drift(at(26), { kind: 'lifetime', before: '86400', after: '3600' })
    expect(driftReason([drift(at(26))])).toBe('New signing key.')
    expect(driftReason([lifetime, drift(at(27)), drift(at(26))])).toBe(
      'New signing key, and the lifetime fell from 86400 to 3600 s.',
    )
    const others = (['issuer', 'audience', 'algorithm'] as const).map((kind) => drift(at(26), { kind }))
    expect(driftReason([drift(at(26)), lifetime, ...others])).toMatch(/, and 2 more\.$/)
  })
})

describe('what differs in a step', () => {
  const issued = { tokenRequests: 1, tokensIssued: 1, lifetime: 86_400, scopeGranted: 'b a', median: 86 }
  const steps = [step(0, issued), step(1), step(2, { ...issued, lifetime: 3600, scopeGranted: 'a b', median: 92 })]
  const [first, , last] = steps

  test('is compared with the nearest step before that has a token', () => {
    expect(last === undefined ? null : stepBefore(steps, last)).toBe(first)
    expect(first === undefined ? null : stepBefore(steps, first)).toBeNull()
  })

  test('keys from drift, lifetime, scopes in any order, and the median', () => {
    if (first === undefined || last === undefined) throw new Error('two steps')
    expect(differencesOf(first, last, [drift(last.startsAt + hour / 2), drift(first.startsAt)])).toEqual([
      { name: 'Signing key', before: 'k1', after: 'k2' },
      { name: 'Lifetime', before: '86400 s', after: '3600 s' },
      { name: 'Scopes', before: null, after: 'a b' },
      { name: 'Median', before: '86 ms', after: '92 ms' },
    ])
  })
})

test('a step is spoken with its figures', () => {
  const spoken = stepSpoken(step(9, { median: 92, p95: 171, tokenRequests: 6, calls: 1, failures: 1 }))
  expect(spoken).toBe('Thu 26 Nov, 09:00–10:00: Median 92 ms, p95 171 ms; 6 token requests, 1 call, 1 failed')
  expect(stepSpoken(step(9))).toContain('No token request was answered; 0 token requests, 0 calls')
})

describe('a watch', () => {
  test('says how often it asks', () => {
    expect(everyText(1)).toBe('1 minute')
    expect(everyText(60)).toBe('1 hour')
    expect([1, 15, 60].map(watchedText)).toEqual([
      'Watched every minute…',
      'Watched every 15 minutes…',
      'Watched every hour…',
    ])
    expect(oftenText(5, 2)).toContain('Sends 576 requests a day while this app runs, and about 144 for the keys')
    expect(oftenText(60, 1)).toContain('Sends 24 requests a day while this app runs, and about 24 for the keys')
  })
  test('does not go on by a secret that was typed for another request, and does not say so', () => {
    const asked = { environmentId: 'e', minutes: 5, callId: null, introspects: false, nextAt: now, lastAt: null }
    const lines = watchLines({ ...asked, lastVerdict: null, paused: 'secret_asked' })
    expect(lines[1]).toBe(
      'Paused: the secret is asked for each time. Store it, or read it from a source, under Configure.',
    )
  })
  test('says its last and next turn, and why it is paused', () => {
    const watch = { environmentId: 'e', minutes: 5, callId: null, introspects: false, nextAt: now }
    expect(watchLines({ ...watch, lastAt: null, lastVerdict: null, paused: 'storage_locked' })).toEqual([
      'Not run yet.',
      'Paused: the stored secrets are locked.',
      expect.stringMatching(/^Next: /),
    ])
    expect(watchLines({ ...watch, lastAt: now, lastVerdict: 'failed', paused: null })[0]).toMatch(/, failed$/)
  })
})

test.each([
  [[0, 0], 'No token was issued.'],
  [[1, 0], '1 token was issued: there was no earlier one to use again.'],
  [[2, 1], '1 of 2 tokens was requested while another was valid.'],
  [[9, 0], 'None of 9 tokens was requested while another was valid.'],
  [[30, 29], '29 of 30 tokens were requested while another was valid.'],
] as const)('tokens that were requested too early are counted in a sentence: %j', ([tokens, requestedEarly], text) => {
  const perToken = [{ startsAt: 0, endsAt: 1, tokens, calls: 0, ratio: null }]
  expect(earlyText({ perToken, tokensIssued: tokens, requestedEarly })).toBe(text)
  expect(earlyText({ perToken, tokensIssued: tokens + 7, requestedEarly })).toBe(
    tokens === 0 ? 'Only the watch was issued tokens.' : `${text} Those of the watch are left out.`,
  )
})

test('what is over says until when', () => {
  expect(untilText({ endedAt: null })).toBe('')
  expect(untilText({ endedAt: at(26, 9) })).toBe(' (until Thu 26 Nov, 09:00)')
})
