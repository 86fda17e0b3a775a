import { expect, test } from 'vitest'
import type { CauseCode } from '../../../electron/contract/cause-codes.ts'
import type { Confidence } from '../../../electron/contract/finding.ts'
import { finding } from '../../../electron/core/finding.ts'
import type { Basis, Cause } from '../../../electron/core/diagnosis/check.ts'
import { rank } from '../../../electron/core/diagnosis/rank.ts'

const found = (code: CauseCode, confidence: Confidence, basis: Basis = 'seen'): Cause => ({
  basis,
  finding: finding(code, {}, { confidence }),
})

const codes = (causes: readonly Cause[], judged: Parameters<typeof rank>[1] = []) =>
  rank(causes, judged).map(({ code }) => code)

const refused = finding('invalid_client', { status: '401', error: 'invalid_client' })

test('without a cause the findings of the judge stay as they are', () => {
  expect(codes([], [refused, finding('error_nested')])).toEqual(['invalid_client', 'error_nested'])
})

test('what only says that it failed gives way to a cause, what was noticed beside it stays', () => {
  const judged = [refused, finding('error_nested')]
  expect(codes([found('wrong_secret', 'likely')], judged)).toEqual(['wrong_secret', 'error_nested'])
})

test('the certain comes before the likely, and drops what is merely possible', () => {
  const causes = [
    found('unknown_client', 'possible'),
    found('wrong_secret', 'likely'),
    found('secret_expired', 'certain'),
  ]
  expect(codes(causes)).toEqual(['secret_expired', 'wrong_secret'])
})

test('of equal confidence the server’s sentence outweighs its code, and what changed outweighs experience', () => {
  const causes = [
    found('wrong_secret', 'likely', 'experience'),
    found('unknown_client', 'likely', 'code'),
    found('settings_changed', 'likely', 'changed'),
    found('auth_method_mismatch', 'likely', 'words'),
  ]
  expect(codes(causes)).toEqual(['auth_method_mismatch', 'settings_changed', 'unknown_client'])
})

test('a cause that several checks found is named once, by its strongest evidence', () => {
  const causes = [found('wrong_secret', 'possible', 'code'), found('wrong_secret', 'certain', 'number')]
  const [first, ...others] = rank(causes, [])
  expect(first).toMatchObject({ code: 'wrong_secret', confidence: 'certain' })
  expect(others).toEqual([])
})

test('of one cause, the change and the evidence that only the weaker check has are kept', () => {
  const seen: Cause = {
    basis: 'seen',
    finding: finding('scope_not_allowed', { scope: 'openid' }, { change: { field: 'scope', value: '' } }),
  }
  const words: Cause = { basis: 'words', finding: finding('scope_not_allowed', { isOfUser: 'yes' }) }
  expect(rank([seen, words], [])).toMatchObject([
    { evidence: { scope: 'openid', isOfUser: 'yes' }, change: { field: 'scope', value: '' } },
  ])
})

test('no more than three causes are named', () => {
  const all = ['wrong_secret', 'unknown_client', 'client_disabled', 'public_client'] as const
  expect(codes(all.map((code) => found(code, 'possible')))).toHaveLength(3)
})

test('what a judge found and is a cause by itself is ranked among them', () => {
  const redirect = finding('redirect_refused', { status: '301' })
  expect(codes([found('wrong_token_url', 'likely')], [redirect])).toEqual(['redirect_refused', 'wrong_token_url'])
})

test('why a secret is wrong comes before that it is wrong, unless it is a guess', () => {
  const wrong = found('wrong_secret', 'certain', 'number')
  expect(codes([wrong, found('secret_whitespace', 'likely')])).toEqual(['secret_whitespace', 'wrong_secret'])
  expect(codes([found('wrong_secret', 'likely'), found('secret_id_for_value', 'possible')])).toEqual([
    'wrong_secret',
    'secret_id_for_value',
  ])
})
