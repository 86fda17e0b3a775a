import { expect, test } from 'vitest'
import { placeOf } from '../../../electron/catalogue/review.ts'
import { reviewText } from '../../../electron/wording/review.ts'
import { reviewPlaceText } from '../../../electron/wording/review/places.ts'

const placeAt = (code: Parameters<typeof placeOf>[0]['code'], field?: string) =>
  reviewPlaceText(placeOf({ code, evidence: field === undefined ? {} : { field } }))

test('what was found in a field leads to that field, not to the usual one of its code', () => {
  expect(placeAt('secret_in_repository', 'assertion.keyFile')).toBe('Configure, Private key')
  expect(placeAt('secret_in_repository')).toBe('Configure, Client secret')
})

test('what was found in a saved call leads to the calls', () => {
  expect(placeAt('secret_written_out', 'apiCalls.3.headers.0.value')).toBe('API calls')
})

test('what is changed elsewhere stays there', () => {
  expect(placeAt('lifetime_over_day', 'client_id')).toBe('Token')
})

test('a probe that cannot be sent leads to what keeps it from being sent', () => {
  const placeOfProbe = (cannot: string) =>
    reviewPlaceText(placeOf({ code: 'wrong_audience_not_probed', evidence: { cannot } }))
  expect(placeOfProbe('no_safe_call')).toBe('API calls')
  expect(placeOfProbe('no_token_endpoint')).toBe('Configure, Token endpoint')
  expect(placeOfProbe('toString')).toBe('Probe “Wrong audience is refused”')
})

test('a secret in the reason of an acceptance is named as such, and leads to the review', () => {
  const found = { code: 'secret_written_out', evidence: { field: 'accepted.0.reason', count: '1' } } as const
  expect(placeOf(found)).toEqual({ kind: 'tab', tab: 'review' })
  expect(reviewText(found).line).toBe('Secret in clear text in the reason of an accepted finding')
})
