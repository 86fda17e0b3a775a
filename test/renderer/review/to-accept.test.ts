import { expect, test } from 'vitest'
import type { ReviewFinding } from '../../../electron/contract/review.ts'
import { toAcceptOf } from '../../../renderer/features/review/to-accept.ts'

const finding = (change: Partial<ReviewFinding>): ReviewFinding => ({
  check: 'token_lifetime',
  code: 'lifetime_over_day',
  status: 'at_risk',
  evidence: {},
  seen: [],
  accepted: null,
  ...change,
})

test('only what there is to act on can be accepted, each code once', () => {
  const found = [
    finding({}),
    finding({ evidence: { seconds: '90000' } }),
    finding({ code: 'lifetime_over_hour', status: 'to_improve' }),
    finding({ code: 'lifetime_short', status: 'passed' }),
    finding({ code: 'lifetime_not_said', status: 'not_known' }),
  ]
  expect(toAcceptOf(found).map(({ code }) => code)).toEqual(['lifetime_over_day', 'lifetime_over_hour'])
})

test('what is accepted already is not asked for again', () => {
  const accepted = { code: 'lifetime_over_day', reason: 'batch jobs', on: '2026-11-30' }
  expect(toAcceptOf([finding({ accepted })])).toEqual([])
})

test('a review of the scopes, which nothing shows, can be noted', () => {
  const found = [finding({ check: 'scopes_reviewed', code: 'scopes_review_not_noted', status: 'not_known' })]
  expect(toAcceptOf(found)).toEqual(found)
})
