import { expect, test } from 'vitest'
import { reviewItems } from '../../../../electron/core/review/review-items.ts'
import { scopesReviewed } from '../../../../electron/core/review/checks/scopes-reviewed.ts'
import { reviewCase, reviewedAt } from '../../../support/review-case.ts'
import { codeOf } from '../../../support/review-parts.ts'

const code = codeOf(scopesReviewed)
const daysAgo = (days: number) => new Date(reviewedAt - days * 86_400_000).toISOString().slice(0, 10)
const noted = (days: number, code = 'scopes_review_not_noted') => ({
  code,
  reason: 'With the API team.',
  on: daysAgo(days),
})
const item = (accepted: ReturnType<typeof noted>[]) =>
  reviewItems(reviewCase({ accepted })).find(({ practice }) => practice === 'review_scopes')

test('a review of the scopes is not known until somebody notes it', () => {
  expect(code()).toBe('scopes_review_not_noted')
  expect(item([])?.status).toBe('not_known')
})

test('a review that is noted counts for 180 days', () => {
  expect(item([noted(0)])?.status).toBe('accepted')
  expect(item([noted(180)])?.status).toBe('accepted')
  expect(item([noted(181)])).toMatchObject({ status: 'to_improve', findings: [{ code: 'scopes_review_old' }] })
})

test('a review that is noted again counts again, and grows old again', () => {
  expect(item([noted(181), noted(3, 'scopes_review_old')])?.status).toBe('accepted')
  expect(item([noted(400), noted(181, 'scopes_review_old')])?.status).toBe('to_improve')
  expect(item([noted(3), noted(181, 'scopes_review_old')])?.status).toBe('accepted')
})

test('a review that is noted for tomorrow counts, as it is today elsewhere, and is not negative', () => {
  expect(item([noted(-1)])?.status).toBe('accepted')
  expect(scopesReviewed.look(reviewCase({ accepted: [noted(-1, 'scopes_review_old')] }))[0].evidence['days']).toBe('0')
})

test('a review that is noted for a day to come would never grow old, and counts for nothing', () => {
  expect(item([{ ...noted(0), on: '9999-12-31' }])?.status).toBe('not_known')
  expect(item([noted(-2, 'scopes_review_old')])?.status).toBe('not_known')
  expect(item([noted(181), { ...noted(0, 'scopes_review_old'), on: '9999-12-31' }])?.status).toBe('to_improve')
})

test('a date that is none counts for nothing', () => {
  const accepted = [{ code: 'scopes_review_not_noted', reason: 'x', on: '2026-99-99' }]
  expect(item(accepted)?.status).toBe('not_known')
})
