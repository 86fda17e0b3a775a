import { expect, test } from 'vitest'
import { tokenAlgorithm } from '../../../../electron/core/review/checks/token-algorithm.ts'
import { issuedToken } from '../../../support/review-case.ts'
import { codeOf } from '../../../support/review-parts.ts'

const code = codeOf(tokenAlgorithm)

test('nothing is known without a token, and of an opaque one', () => {
  expect(code()).toBe('algorithm_without_token')
  expect(code({ issued: issuedToken() })).toBe('algorithm_not_visible')
})

test.each([
  ['RS256', 'algorithm_asymmetric'],
  ['PS512', 'algorithm_asymmetric'],
  ['ES384', 'algorithm_asymmetric'],
  ['EdDSA', 'algorithm_asymmetric'],
  ['Ed25519', 'algorithm_asymmetric'],
  ['HS256', 'algorithm_symmetric'],
  ['none', 'algorithm_weak'],
  ['NoNe', 'algorithm_weak'],
  ['RS1', 'algorithm_weak'],
  ['HS1', 'algorithm_weak'],
  ['XX999', 'algorithm_unusual'],
  ['RS256 ', 'algorithm_unusual'],
  ['', 'algorithm_unusual'],
])('a token signed with “%s” is %s', (alg, expected) => {
  expect(code({ issued: issuedToken({}, { kind: 'jws', alg }) })).toBe(expected)
})
