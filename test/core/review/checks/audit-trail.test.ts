import { expect, test } from 'vitest'
import { auditTrail } from '../../../../electron/core/review/checks/audit-trail.ts'
import { reviewCase } from '../../../support/review-case.ts'
import { codeOf } from '../../../support/review-parts.ts'

const code = codeOf(auditTrail)
const off = { ...reviewCase().usage, isRecorded: false }

test('a trail without a history lacks the requests, sealed or not', () => {
  expect(code({ usage: off, trail: { entries: 12, isSealed: true } })).toBe('trail_without_history')
})

test('a trail with a history is good once it is sealed', () => {
  expect(code({ protection: 'passphrase', trail: { entries: 12, isSealed: false } })).toBe('trail_not_sealed')
  expect(code({ trail: { entries: 12, isSealed: true } })).toBe('trail_sealed')
})

test('where no secret is stored there is no key yet to seal it', () => {
  expect(code({ protection: null, trail: { entries: 12, isSealed: false } })).toBe('trail_without_key')
})

test('nothing is said of an empty trail', () =>
  expect(code({ trail: { entries: 0, isSealed: true } })).toBe('trail_empty'))

test('a file has no trail, and what reviews it writes none', () =>
  expect(code({ isKept: false, trail: { entries: 2, isSealed: false } })).toBe('trail_of_file'))
