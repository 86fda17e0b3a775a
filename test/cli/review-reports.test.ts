import { expect, test } from 'vitest'
import { exitCodeOf } from '../../electron/cli/review/exit-code.ts'
import { reportJson } from '../../electron/cli/review/report-json.ts'
import { reportJunit } from '../../electron/cli/review/report-junit.ts'
import { reportText } from '../../electron/cli/review/report-text.ts'
import type { ItemStatus, Review } from '../../electron/contract/review.ts'
import { reviewItems } from '../../electron/core/review/review-items.ts'
import { issuedToken, reviewCase, reviewedAt } from '../support/review-case.ts'

const hostile = '"]]><x a=\'&\u0000\u001B[2J\uFFFE\uD800\u202E\n1'
const dayLong = { fingerprint: 'f', header: null, claims: null, lifetime: 86_400, scopeGranted: null }
const issued = issuedToken({ recorded: dayLong, expires_in: hostile })

const reviewOf = (name: string, known: Parameters<typeof reviewCase>[0] = {}): Review => ({
  environmentId: 'e',
  environmentName: name,
  checkedAt: reviewedAt,
  isProduction: false,
  tokenAt: null,
  items: reviewItems(reviewCase(known)).filter(({ practice }) => practice === 'short_lived_tokens'),
  notFound: [],
  probes: [],
})
const ofStatus = (status: ItemStatus): Review => ({
  ...reviewOf('Orders'),
  items: [{ practice: 'use_https', status, findings: [], probes: [] }],
})

test('a review fails by what is as bad as the level, and is incomplete only where nothing is', () => {
  expect(exitCodeOf(ofStatus('at_risk'), 'at-risk', true)).toBe(1)
  expect(exitCodeOf(ofStatus('to_improve'), 'at-risk', true)).toBe(0)
  expect(exitCodeOf(ofStatus('to_improve'), 'to-improve', true)).toBe(1)
  for (const status of ['accepted', 'not_known', 'passed'] as const)
    expect(exitCodeOf(ofStatus(status), 'to-improve', true)).toBe(0)
  expect(exitCodeOf(ofStatus('passed'), 'at-risk', false)).toBe(2)
  expect(exitCodeOf(ofStatus('at_risk'), 'at-risk', false)).toBe(1)
})

test('JUnit has a failure for what fails, and skips what is not known, with why', () => {
  expect(reportJunit(reviewOf('Orders', { issued }), 'at-risk', true)).toContain(
    '<testsuite name="Token management" tests="1" failures="1" errors="0" skipped="0">',
  )
  expect(reportJunit(reviewOf('Orders'), 'at-risk', true)).toContain('<skipped message="Not known: No token was issued')
  expect(reportJunit(ofStatus('to_improve'), 'at-risk', true)).not.toContain('<failure')
  expect(reportJunit(ofStatus('to_improve'), 'to-improve', true)).toContain('<failure')
})

const accepted = [{ code: 'lifetime_over_day', reason: 'The vendor\r\ncannot change it.', on: '2026-11-30' }]

test('JUnit says of what is accepted why and since when', () => {
  const xml = reportJunit(reviewOf('Orders', { issued, accepted }), 'at-risk', true)
  expect(xml).toMatch(/<system-out>Accepted: Lifetime[^<]*Accepted on 2026-11-30: The vendor cannot change it\.</)
})

test('JUnit of a review without what the server says has an error, so that CI does not show it as passed', () => {
  expect(reportJunit(ofStatus('passed'), 'at-risk', true)).not.toContain('<error')
  const xml = reportJunit(ofStatus('passed'), 'at-risk', false)
  expect(xml).toContain('<testsuite name="Review" tests="1" failures="0" errors="1" skipped="0">')
  expect(xml).toContain('<error message="No token was issued, or the probes were not sent"/>')
})

test('as text it has the reason of what is accepted and not known, and what is accepted and not found', () => {
  const noted = { code: 'scopes_review_not_noted', reason: 'Reviewed by Ada.', on: '2026-11-30' }
  const items = reviewItems(reviewCase({ accepted: [noted] })).filter(({ practice }) => practice === 'review_scopes')
  const text = reportText({ ...reviewOf('Orders'), items, notFound: accepted })
  expect(text).toContain('Accepted on 2026-11-30: Reviewed by Ada.')
  expect(text).toContain(
    'Use short-lived tokens (lifetime_over_day). Accepted on 2026-11-30: The vendor cannot change it.',
  )
})

test('a text from elsewhere is no markup of JUnit, and no character that XML cannot have', () => {
  const xml = reportJunit(reviewOf(hostile, { issued }), 'at-risk', true)
  const own =
    /<(?:\?xml version="1\.0" encoding="UTF-8"\?|\/?(?:testsuites|testsuite|testcase|failure)(?: \w+="[^<>"]*")*)>/g
  expect(xml.replaceAll(own, '')).not.toMatch(/[<>]/)
  expect(xml.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\uFFFE]/u)
})

test('in a terminal a text from elsewhere moves no cursor and begins no line', () => {
  const text = reportText(reviewOf(hostile, { issued }))
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  expect(text).not.toMatch(/^1/m)
})

test('JSON has no character that a terminal obeys, or that reorders what is read, and is read as it was', () => {
  const name = 'a\u001B[2J\u009B2J\u007F\u202E\u2028\u{E0041}b'
  const text = reportJson(reviewOf(name), true)
  expect(text).not.toMatch(/[^\n\P{Cc}]|[\p{Cf}\p{Zl}\p{Zp}]/u)
  expect(JSON.parse(text)).toMatchObject({ environment: name })
  expect(reportJunit(reviewOf(name), 'at-risk', true)).not.toMatch(/[^\n\P{Cc}]|[\p{Cf}\p{Zl}\p{Zp}]/u)
})

test('in a terminal what to do is broken at spaces under its practice, and in a file it is one line', () => {
  const lines = reportText(reviewOf('Orders', { issued: issuedToken({ recorded: dayLong }) }), 80).split('\n')
  const todo = lines.findIndex((line) => line.includes('To do: Ask the operator'))
  expect(lines[todo + 1]).toMatch(/^ {12}\S/)
  expect(lines.slice(todo, todo + 2).every((line) => line.length <= 80)).toBe(true)
  expect(reportText(reviewOf('Orders', { issued }))).toMatch(/To do: Ask the operator.*3600 s or less\./)
})
