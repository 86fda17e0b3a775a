import { expect, test } from 'vitest'
import { newEnvironment } from '../../../../electron/catalogue/new-environment.ts'
import { secretAge } from '../../../../electron/core/review/checks/secret-age.ts'
import { certificateFacts, heldSecret, reviewCase, reviewedAt } from '../../../support/review-case.ts'

const day = 86_400_000
const look = (known: Parameters<typeof reviewCase>[0]) => secretAge.look(reviewCase(known))[0]
const by = (token_endpoint_auth_method: typeof newEnvironment.token_endpoint_auth_method) => ({
  ...newEnvironment,
  token_endpoint_auth_method,
})
const setDaysAgo = (days: number) => reviewedAt - days * day

test('a secret is old after 90 days', () => {
  const at = (days: number) => look({ secrets: [heldSecret({ setAt: setDaysAgo(days) })] })
  expect(at(91)).toMatchObject({ code: 'credential_old', evidence: { days: '91', limit: '90' } })
  expect(at(90)).toMatchObject({ code: 'credential_recent', evidence: { days: '90' } })
  expect(at(0).code).toBe('credential_recent')
})

test('a key, which is never sent, is old after 398 days', () => {
  const settings = by('private_key_jwt')
  const at = (days: number) =>
    look({ settings, secrets: [heldSecret({ name: 'private_key', setAt: setDaysAgo(days) })] })
  expect(at(214).code).toBe('credential_recent')
  expect(at(399)).toMatchObject({ code: 'credential_old', evidence: { credential: 'private_key' } })
})

test('a certificate is as old as it says', () => {
  const settings = by('tls_client_auth')
  const certificate = certificateFacts({ validFrom: setDaysAgo(400), validTo: reviewedAt + 400 * day })
  expect(look({ settings, certificate }).code).toBe('credential_old')
  expect(look({ settings, certificate: null }).code).toBe('credential_age_not_known')
})

test('the age of what is kept elsewhere is not known, nor is one of a time to come', () => {
  expect(look({ secrets: [heldSecret({ source: 'vault', setAt: null })] })).toMatchObject({
    code: 'credential_age_not_known',
    status: 'not_known',
    evidence: { source: 'vault' },
  })
  expect(look({ secrets: [heldSecret({ setAt: reviewedAt + day })] }).code).toBe('credential_age_not_known')
})

test('only what the client authenticates with counts', () => {
  const old = heldSecret({ name: 'proxy_password', setAt: setDaysAgo(1000) })
  expect(look({ secrets: [old, heldSecret({ setAt: setDaysAgo(1) })] }).code).toBe('credential_recent')
  expect(look({ secrets: [old] }).code).toBe('credential_not_set')
})

test('where nothing is kept there is nothing to rotate', () => {
  expect(look({ settings: by('client_assertion_file') }).code).toBe('no_credential_to_rotate')
})
