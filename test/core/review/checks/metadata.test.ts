import { expect, test } from 'vitest'
import { metadata as check } from '../../../../electron/core/review/checks/metadata.ts'
import { issuedToken, reviewCase, reviewedAt } from '../../../support/review-case.ts'
import { codeOf, probeResult, published, recorded } from '../../../support/review-parts.ts'

const code = codeOf(check)
const { settings } = reviewCase()
const probed = (...[result, evidence]: [Parameters<typeof probeResult>[1], Record<string, string>?]) => ({
  published: probeResult('published', result, evidence),
})

test('metadata are not known before they were read, and cannot be found without an issuer', () => {
  expect(code()).toBe('metadata_not_read')
  expect(code({ settings: { ...settings, issuer: '' } })).toBe('metadata_without_issuer')
})

test('metadata that say what is set are consistent, also where they are written otherwise', () => {
  expect(code({ metadata: published() })).toBe('metadata_consistent')
  expect(code({ metadata: published({ token_endpoint: 'HTTPS://id.example:443/token' }) })).toBe('metadata_consistent')
  expect(code({ metadata: published({ introspection_endpoint: 'https://id.example/introspect' }) })).toBe(
    'metadata_consistent',
  )
})

test('another address than the one that is set is said, with both', () => {
  const metadata = published({ token_endpoint: 'https://id.example/v2/token' })
  const exchanges = [recorded({ purpose: 'discovery', exchangeId: 'd' })]
  const [{ code, evidence, seen }] = check.look(reviewCase({ metadata, exchanges }))
  expect([code, evidence]).toEqual(['metadata_differs', { names: 'token_endpoint', field: 'token_endpoint' }])
  expect(seen).toMatchObject([
    { kind: 'member', value: 'https://id.example/v2/token', exchangeId: 'd' },
    { kind: 'setting', value: 'https://id.example/token' },
  ])
})

test('a list that leaves out what a token was issued by is incomplete', () => {
  const issued = issuedToken()
  const listed = (methods: string[] | null, grants: string[] | null = null) => ({
    metadata: published({ token_endpoint_auth_methods_supported: methods, grant_types_supported: grants }),
  })
  expect(code({ issued, ...listed(['client_secret_post']) })).toBe('metadata_incomplete')
  expect(code({ issued, ...listed(null, ['authorization_code']) })).toBe('metadata_incomplete')
  expect(code({ issued, ...listed(['client_secret_basic'], ['client_credentials']) })).toBe('metadata_consistent')
  expect(code({ issued, ...listed(null) })).toBe('metadata_consistent')
  expect(code(listed(['client_secret_post']))).toBe('metadata_consistent')
})

test.each([
  ['fails', { metadata: 'none' }, 'metadata_missing'],
  ['fails', { metadata: 'other_issuer', issuer: 'https://other.example' }, 'metadata_of_other_issuer'],
  ['fails', { metadata: 'invalid' }, 'metadata_invalid'],
  ['holds', { metadata: 'found' }, 'metadata_consistent'],
  ['holds', { metadata: 'found', differs: 'jwks_uri' }, 'metadata_differs'],
  ['fails', { metadata: 'found', keys: 'none' }, 'metadata_consistent'],
  ['holds', { metadata: 'not_asked', keys: 'found' }, 'metadata_without_issuer'],
  ['unclear', { metadata: 'unclear', why: 'server_error' }, 'metadata_unclear'],
  ['unclear', {}, 'metadata_unclear'],
] as const)('the probe %s with %o: %s', (result, evidence, expected) => {
  expect(code({ probes: probed(result, evidence) })).toBe(expected)
})

test('what was read later than the probe outweighs it, and the other way round', () => {
  const known = { metadata: published(), probes: probed('fails', { metadata: 'none' }) }
  const read = (at: number) => [recorded({ purpose: 'discovery', at })]
  expect(code({ ...known, exchanges: read(reviewedAt + 1) })).toBe('metadata_consistent')
  expect(code({ ...known, exchanges: read(reviewedAt - 1) })).toBe('metadata_missing')
})
