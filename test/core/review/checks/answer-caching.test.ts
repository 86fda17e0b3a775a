import { expect, test } from 'vitest'
import { answerCaching } from '../../../../electron/core/review/checks/answer-caching.ts'
import { issuedToken } from '../../../support/review-case.ts'
import { codeOf } from '../../../support/review-parts.ts'

const code = codeOf(answerCaching)
const withField = (cacheControl: string | null) => code({ issued: issuedToken({ cacheControl }) })

test('nothing is said without an answer that brought a token', () => expect(code()).toBe('answer_not_seen'))

test.each(['no-store', 'No-Store', 'no-cache, no-store, max-age=0', 'private,no-store'])(
  '%s forbids caches to keep it',
  (value) => expect(withField(value)).toBe('answer_not_stored'),
)

test.each([null, '', 'no-cache', 'private', 'max-age=0', 'public, max-age=3600', 'x-no-store'])(
  '%s does not',
  (value) => expect(withField(value)).toBe('answer_may_be_stored'),
)
