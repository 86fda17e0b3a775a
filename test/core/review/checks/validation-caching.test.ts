import { expect, test } from 'vitest'
import { validationCaching } from '../../../../electron/core/review/checks/validation-caching.ts'
import { reviewCase } from '../../../support/review-case.ts'
import { proof } from '../../../support/review-exchange.ts'

const look = (...proofs: ReturnType<typeof proof>[]) => validationCaching.look(reviewCase({ proofs }))[0]

test('the cache of an API cannot be seen', () => expect(look().code).toBe('cache_not_visible'))

test('an API that takes an expired token is at risk, one that refuses it passes', () => {
  expect(look(proof('expired_token_accepted', { status: 200, seconds: '900' }))).toMatchObject({
    code: 'expired_token_accepted',
    evidence: { seconds: '900' },
    seen: [{ kind: 'status', value: '200', exchangeId: 'exchange-3' }],
  })
  expect(look(proof('expired_token_refused')).code).toBe('expired_token_refused')
})

test('the newest proof counts', () => {
  const [accepted, refused] = [proof('expired_token_accepted', { at: 1 }), proof('expired_token_refused', { at: 2 })]
  expect(look(accepted, refused).code).toBe('expired_token_refused')
})
