import { expect, test } from 'vitest'
import { verdictReason, verdictSentence } from '../../electron/wording/checks.ts'
import { checkWords } from '../../electron/wording/checks/sentences.ts'
import { profileSentence } from '../../electron/wording/profile.ts'
import type { Check, KeysUsed, Verification } from '../../electron/contract/verification.ts'

const keys: KeysUsed = { source: 'jwks', url: 'https://as.example/jwks', fetchedAt: 0, fetch: 'cached', count: 2 }
const typed: KeysUsed = { ...keys, source: 'key', url: null }

const check = (
  name: Check['name'],
  result: Check['result'],
  reason: Check['reason'],
  evidence: Check['evidence'] = {},
): Check => ({ name, result, reason, evidence })

const signed = check('signature', 'passed', 'signature_valid', { alg: 'ES256', kid: '3f9a' })
const issuer = check('issuer', 'passed', 'issuer_equal', { iss: 'https://as.example' })
const reasonOf = (verdict: Verification['verdict'], checks: Check[], used: KeysUsed | null = keys) =>
  verdictReason({ verdict, checks, keys: used })

test('a reason in the evidence of a finding that is none of ours is shown as it is', () => {
  expect(checkWords('of_a_newer_version', () => '')).toBe('of_a_newer_version')
})

test('what is not genuine comes with the reason, and what it was checked against', () => {
  const invalid = check('signature', 'failed', 'signature_invalid', { alg: 'ES256', kid: '3f9a' })
  expect(reasonOf('not_genuine', [invalid, issuer])).toBe(
    'Not genuine: the signature does not fit key 3f9a: the token was changed, or signed with another key (checked against the key set at https://as.example/jwks).',
  )
  const none = check('signature', 'failed', 'signature_none', { alg: 'none' })
  expect(reasonOf('not_genuine', [none])).toBe('Not genuine: the header says "none": the token is not signed at all.')
  const other = check('issuer', 'failed', 'issuer_other', {
    expected: 'https://a',
    actual: 'https://a/',
    near: 'slash',
  })
  expect(reasonOf('other_issuer', [signed, other])).toBe(
    'Signature valid, but the issuer does not match: signed with key 3f9a of the key set at https://as.example/jwks, and the issuer is https://a/, configured is https://a. They differ only in the trailing slash.',
  )
  const absent = check('signature', 'not_possible', 'key_not_found', { alg: 'ES256', kid: '3f9a' })
  expect(reasonOf('other_issuer', [absent, other])).toBe(
    'Issuer does not match, and the signature was not checked: the issuer is https://a/, configured is https://a. They differ only in the trailing slash. No key 3f9a in the key set at https://as.example/jwks.',
  )
})

test.each([
  ['genuine', 'Header and claims have the form that RFC 9068 wants.'],
  ['other_issuer', /form only: APIs that expect the configured issuer refuse/],
  ['not_genuine', /form only: the token is not genuine, so no API may rely on its claims/],
  ['undetermined', /form only: nothing here shows that the claims are true/],
] as const)('what the profile says depends on the verdict %s', (verdict, words) => {
  const met = { name: 'iss', result: 'passed', reason: 'profile_as_wanted', evidence: {} } as const
  const missing = { name: 'jti', result: 'failed', reason: 'profile_missing', evidence: {} } as const
  expect(profileSentence({ verdict, profile: [met] })).toMatch(words)
  expect(profileSentence({ verdict, profile: [met, missing] })).toMatch(/^Look at jti\./)
  expect(profileSentence({ verdict, profile: [met] })).not.toMatch(/every claim/)
})

test('what cannot be checked comes with the reason', () => {
  const absent = check('signature', 'not_possible', 'key_not_found', { alg: 'ES256', kid: '3f9a' })
  expect(reasonOf('undetermined', [absent])).toBe(
    'Cannot be checked here: no key 3f9a in the key set at https://as.example/jwks.',
  )
  expect(reasonOf('undetermined', [absent], typed)).toBe(
    'Cannot be checked here: no key 3f9a among those that were entered.',
  )
  const unsupported = check('signature', 'not_possible', 'signature_unsupported', { alg: 'Ed448' })
  expect(reasonOf('undetermined', [unsupported])).toBe('Cannot be checked here: this runtime cannot check Ed448.')
  expect(reasonOf('undetermined', [])).toBe('Cannot be checked here: there is no signature to check.')
})

test('a typed shared secret has no thumbprint, and is called a secret', () => {
  const shared = check('signature', 'passed', 'signature_valid', { alg: 'HS256' })
  expect(reasonOf('genuine', [shared, issuer], typed)).toBe(
    'Genuine: made with the shared secret that was entered, and the issuer is the configured one.',
  )
})

test('what is genuine comes with the key, and where it is from', () => {
  expect(reasonOf('genuine', [signed, issuer])).toBe(
    'Genuine: signed with key 3f9a of the key set at https://as.example/jwks, and the issuer is the configured one.',
  )
  expect(reasonOf('genuine', [signed], typed)).toBe(
    'Genuine: signed with key 3f9a that was entered; the issuer was not compared.',
  )
  expect(reasonOf('genuine', [signed, issuer], { ...typed, source: 'client_secret' })).toBe(
    'Genuine: made with the client secret, and the issuer is the configured one.',
  )
})

test('the short form counts what is beside the verdict', () => {
  const expired = check('times', 'failed', 'expired')
  const noted = check('type', 'noted', 'type_missing')
  expect(verdictSentence({ verdict: 'genuine', checks: [signed] })).toBe('genuine')
  expect(verdictSentence({ verdict: 'genuine', checks: [signed, expired, noted] })).toBe(
    'genuine, with 1 problem and 1 note',
  )
})
