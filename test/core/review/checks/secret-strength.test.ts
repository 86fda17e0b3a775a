import { expect, test } from 'vitest'
import type { AssertionSettings, AuthMethod } from '../../../../electron/contract/client-authentication.ts'
import { secretFacts } from '../../../../electron/core/flow/facts/secret-facts.ts'
import type { HeldSecret } from '../../../../electron/core/review/case.ts'
import { secretStrength } from '../../../../electron/core/review/checks/secret-strength.ts'
import { heldSecret, reviewCase } from '../../../support/review-case.ts'
import { codeOf } from '../../../support/review-parts.ts'

const code = codeOf(secretStrength)
const held = (text: string | null): HeldSecret =>
  heldSecret({
    facts: text === null ? null : secretFacts(text, 'orders-svc', null),
    differentCharacters: text === null ? null : new Set(text).size,
  })
const ofSecret = (text: string) => code({ secrets: [held(text)] })
const by = (method: AuthMethod, alg: AssertionSettings['alg'] = 'HS256') => {
  const { settings } = reviewCase()
  return { ...settings, token_endpoint_auth_method: method, assertion: { ...settings.assertion, alg } }
}

test('a secret that is not here, or cannot be read without asking, is not judged', () => {
  expect(code()).toBe('secret_not_readable')
  expect(code({ secrets: [held(null)] })).toBe('secret_not_readable')
})

test('a client that proves a key has no secret to guess', () => {
  expect(code({ settings: by('private_key_jwt'), secrets: [held('a')] })).toBe('secret_not_used')
})

test.each([
  ['changeme', 'placeholder'],
  ['<your client secret from the console>', 'placeholder'],
  ['orders-svc', 'client_id'],
  ['hunter2', 'short'],
  ['abababababababababababab', 'repetitive'],
])('the secret %s can be guessed: %s', (text, because) => {
  const [finding] = secretStrength.look(reviewCase({ secrets: [held(text)] }))
  expect([finding.code, finding.evidence]).toEqual(['secret_guessable', { because }])
})

test('fewer than 20 characters are short', () => {
  expect(ofSecret('k3v9q7x2m1')).toBe('secret_short')
  expect(ofSecret('k3v9q7x2m1b8n4z6w5t')).toBe('secret_short')
  expect(ofSecret('k3v9q7x2m1b8n4z6w5t0')).toBe('secret_long')
})

test.each(['6f1c2a34-9b7d-4c1e-8f20-5d3e7a9b1c2d', '58203947166039581720', 'V1StGXR8_Z5jdHi6B-myT'])(
  'a random secret of UUID, digits or base64url is long: %s',
  (text) => expect(ofSecret(text)).toBe('secret_long'),
)

test('an HMAC needs a secret as long as its hash', () => {
  const secrets = [held('k3v9q7x2m1b8n4z6w5t0k3v9q7x2m1')]
  expect(code({ settings: by('client_secret_jwt'), secrets })).toBe('secret_short_for_algorithm')
  const longer = [held('k3v9q7x2m1b8n4z6w5t0k3v9q7x2m1b8')]
  expect(code({ settings: by('client_secret_jwt'), secrets: longer })).toBe('secret_long')
  expect(code({ settings: by('client_secret_jwt', 'HS512'), secrets: longer })).toBe('secret_short_for_algorithm')
})

test('neither the secret nor its length is said', () => {
  for (const text of ['hunter2', 'k3v9q7x2m1', 'k3v9q7x2m1b8n4z6w5t0k3v9']) {
    const findings = JSON.stringify(secretStrength.look(reviewCase({ secrets: [held(text)] })))
    expect(findings).not.toContain(text)
    expect(findings).not.toContain(`"${text.length}"`)
  }
})
