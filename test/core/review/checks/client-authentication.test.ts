import { expect, test } from 'vitest'
import type { AuthMethod } from '../../../../electron/contract/client-authentication.ts'
import type { EnvironmentInput } from '../../../../electron/contract/environment.ts'
import { clientAuthentication } from '../../../../electron/core/review/checks/client-authentication.ts'
import { issuedToken, reviewCase } from '../../../support/review-case.ts'
import { codeOf, published } from '../../../support/review-parts.ts'

const code = codeOf(clientAuthentication)
const by = (method: AuthMethod, known: Partial<EnvironmentInput> = {}) => ({
  ...reviewCase().settings,
  ...known,
  token_endpoint_auth_method: method,
})
const issued = issuedToken()

test.each(['private_key_jwt', 'client_assertion_file', 'tls_client_auth', 'self_signed_tls_client_auth'] as const)(
  '%s proves a key',
  (method) => expect(code({ settings: by(method) })).toBe('authenticates_with_key'),
)

test.each(['client_secret_basic', 'client_secret_post', 'client_secret_jwt'] as const)('%s shares a secret', (method) =>
  expect(code({ settings: by(method) })).toBe('authenticates_with_secret'),
)

test('the methods that the server offers instead are said, where it says them', () => {
  const evidenceOf = (methods: string[] | null) =>
    clientAuthentication.look(
      reviewCase({ metadata: published({ token_endpoint_auth_methods_supported: methods }) }),
    )[0].evidence
  expect(evidenceOf(['client_secret_basic', 'private_key_jwt'])).toEqual({
    method: 'client_secret_basic',
    offered: 'private_key_jwt',
  })
  expect(evidenceOf(['client_secret_basic'])).toEqual({ method: 'client_secret_basic' })
  expect(evidenceOf(null)).toEqual({ method: 'client_secret_basic' })
})

test('a token for the client ID alone is at risk, once it was issued', () => {
  expect(code({ settings: by('none'), issued })).toBe('no_authentication')
  expect(code({ settings: by('none') })).toBe('authentication_not_seen')
})

test('a header, a parameter or a certificate may authenticate a client that sends only its ID', () => {
  const { network } = reviewCase().settings
  const clientCertificate = { certificate: 'PEM', certificateFile: '', keyFile: '' }
  for (const known of [
    { headers: [{ name: 'X-Api-Key', value: '1' }] },
    { parameters: [{ name: 'assertion', value: '1' }] },
    { network: { ...network, clientCertificate } },
  ]) {
    expect(code({ settings: by('none', known), issued })).toBe('authentication_not_seen')
  }
})

test('a server that issues tokens for made-up credentials authenticates nobody', () => {
  const probed = (why: string) => ({
    rate_limit: { probe: 'rate_limit', at: 1, result: 'unclear', evidence: { why }, seen: [] } as const,
  })
  for (const method of ['client_secret_basic', 'private_key_jwt', 'none'] as const) {
    expect(code({ settings: by(method), probes: probed('not_refused') })).toBe('made_up_credentials_accepted')
  }
  expect(code({ settings: by('private_key_jwt'), probes: probed('no_answer') })).toBe('authenticates_with_key')
})
