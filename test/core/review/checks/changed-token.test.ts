import { expect, test } from 'vitest'
import { changedToken } from '../../../../electron/core/review/checks/changed-token.ts'
import { issuedToken, reviewCase } from '../../../support/review-case.ts'
import { claimsOf, codeOf, probeResult } from '../../../support/review-parts.ts'

const code = codeOf(changedToken)
const jwt = issuedToken({}, { kind: 'jws', claims: claimsOf({}) })

test('nothing is known before the probe; an opaque token has nothing to change', () => {
  expect(code()).toBe('changed_token_not_probed')
  expect(code({ issued: jwt })).toBe('changed_token_not_probed')
  expect(code({ issued: issuedToken() })).toBe('changed_token_without_signature')
})

test.each([
  ['holds', 'changed_token_refused'],
  ['fails', 'changed_token_accepted'],
  ['unclear', 'changed_token_unclear'],
] as const)('a probe that %s is %s', (result, expected) => {
  const probes = { changed_token: probeResult('changed_token', result, { status: '401', why: 'no_answer' }) }
  expect(code({ probes })).toBe(expected)
})

test.each(['changed_token', 'wrong_audience'] as const)(
  'a call that %s found to work without a token is to improve',
  (name) => {
    const probes = { [name]: probeResult(name, 'unclear', { why: 'no_token_needed', call: 'Orders' }) }
    expect(changedToken.look(reviewCase({ probes }))[0]).toMatchObject({
      code: 'token_not_needed',
      evidence: { call: 'Orders' },
    })
  },
)

test('the status that refused it is said', () => {
  const probes = { changed_token: probeResult('changed_token', 'holds', { status: '401', call: 'Orders' }) }
  expect(changedToken.look(reviewCase({ probes }))[0].evidence).toEqual({ status: '401' })
})
