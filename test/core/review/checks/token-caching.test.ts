import { expect, test } from 'vitest'
import { tokenCaching } from '../../../../electron/core/review/checks/token-caching.ts'
import { reviewText } from '../../../../electron/wording/review.ts'
import { issuedToken, reviewCase } from '../../../support/review-case.ts'

const { usage, settings } = reviewCase()
const look = (known: Parameters<typeof reviewCase>[0]) => tokenCaching.look(reviewCase(known))

test('tokens that are requested while others are valid are to improve', () => {
  const known = { usage: { ...usage, caching: 'not_cached' as const, tokensIssued: 9, requestedEarly: 8, calls: 9 } }
  expect(look(known)).toMatchObject([{ code: 'tokens_not_reused', evidence: { tokens: '9', early: '8' } }])
})

test('tokens that were requested to look at them say nothing of how they are kept', () => {
  const known = { usage: { ...usage, caching: 'not_cached' as const, tokensIssued: 12, requestedEarly: 11, calls: 3 } }
  expect(look(known)).toMatchObject([{ code: 'tokens_not_used', status: 'not_known' }])
})

test('a renewal so early that most of each token is unused is to improve', () => {
  const codeAt = (renewBefore: number, lifetime: number | null) =>
    look({
      settings: { ...settings, renewBefore },
      issued: issuedToken({ recorded: { ...issuedToken().recorded, lifetime } }),
    })[0].code
  expect(codeAt(1801, 3600)).toBe('tokens_renewed_early')
  expect(codeAt(1800, 3600)).toBe('reuse_not_seen')
  expect(codeAt(30, 0)).toBe('reuse_not_seen')
  expect(codeAt(30, null)).toBe('reuse_not_seen')
})

test('many calls for each token pass', () => {
  const known = { usage: { ...usage, caching: 'cached' as const, tokensIssued: 1, calls: 38 } }
  expect(look(known)).toMatchObject([
    { code: 'tokens_reused', status: 'passed', evidence: { calls: '38', tokens: '1' } },
  ])
})

test.each([
  [1, 38, '38 calls per token in the last 30 days'],
  [4, 38, '9.5 calls per token in the last 30 days'],
  [3, 100, '33 calls per token in the last 30 days'],
])('%d tokens for %d calls are %s', (tokensIssued, calls, line) => {
  const [found] = look({ usage: { ...usage, caching: 'cached', tokensIssued, calls } })
  expect(reviewText(found).line).toBe(line)
})

test('too few requests say nothing, and none are counted that are not recorded', () => {
  expect(look({})[0].code).toBe('reuse_not_seen')
  expect(look({ usage: { ...usage, isRecorded: false } })[0].code).toBe('reuse_not_recorded')
})
