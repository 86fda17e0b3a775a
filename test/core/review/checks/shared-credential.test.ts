import { expect, test } from 'vitest'
import type { OtherEnvironment } from '../../../../electron/core/review/case.ts'
import { sharedCredential } from '../../../../electron/core/review/checks/shared-credential.ts'
import { otherEnvironment, reviewCase } from '../../../support/review-case.ts'

const { settings } = reviewCase()
const look = (others: OtherEnvironment[], own: Partial<typeof settings> = {}) =>
  sharedCredential.look(reviewCase({ settings: { ...settings, ...own }, others }))
const production = otherEnvironment({ name: 'Orders prod', stage: 'production' })

test('production and development with one secret are at risk, from either side', () => {
  expect(look([{ ...production, hasSameSecret: true }])).toMatchObject([
    {
      code: 'secret_shared_with_production',
      status: 'at_risk',
      evidence: { credential: 'client_secret', environment: 'Orders prod', count: '1' },
      seen: [{ kind: 'environment', name: 'Orders prod', value: 'production' }],
    },
  ])
  const development = otherEnvironment({ stage: 'development', hasSameSecret: true })
  expect(look([development], { stage: 'production' })[0].code).toBe('secret_shared_with_production')
})

test('one private key in two stages is found as well', () => {
  expect(look([{ ...production, hasSameKey: true }])[0].evidence).toMatchObject({
    credential: 'private_key',
    field: 'private_key',
  })
})

test('two stages without production, or with one that says nothing, are to improve', () => {
  const code = (stage: OtherEnvironment['stage'], own: OtherEnvironment['stage']) =>
    look([otherEnvironment({ stage, hasSameSecret: true })], { stage: own })[0].code
  expect(code('staging', 'development')).toBe('secret_shared_across_stages')
  expect(code('other', 'production')).toBe('secret_shared_across_stages')
})

test('one secret of two clients in one stage is to improve, and one client at two addresses is not', () => {
  const same = otherEnvironment({ stage: 'development', hasSameSecret: true })
  expect(look([{ ...same, client_id: 'billing-svc' }])[0].code).toBe('secret_of_two_clients')
  expect(look([{ ...same, client_id: settings.client_id }])[0].code).toBe('no_other_stage')
})

test('the same client in another stage is left to what compares clients', () => {
  const same = { client_id: settings.client_id, token_endpoint: settings.token_endpoint, hasSameSecret: true }
  expect(look([otherEnvironment({ ...same, stage: 'production' })])[0].status).toBe('not_known')
})

test('what cannot be read is not compared, and is not called different', () => {
  const unread = { ...production, hasSameSecret: null }
  expect(look([unread])).toMatchObject([{ code: 'secret_not_compared', status: 'not_known' }])
  expect(look([unread, otherEnvironment({ stage: 'staging' })])).toMatchObject([
    { code: 'secret_not_shared', status: 'passed', evidence: { count: '1', notCompared: '1' } },
  ])
})

test('a key is compared with keys: another secret says nothing of it', () => {
  const own = { token_endpoint_auth_method: 'private_key_jwt' as const }
  expect(look([{ ...production, hasSameKey: null, hasSameSecret: false }], own)[0].code).toBe('secret_not_compared')
})

test('without another stage nothing is known, and without a credential there is nothing to share', () => {
  expect(look([])[0].code).toBe('no_other_stage')
  expect(look([otherEnvironment({ stage: 'development' })])[0].code).toBe('no_other_stage')
  expect(look([production], { token_endpoint_auth_method: 'none' })[0].code).toBe('nothing_to_share')
})

test('a sandbox of another stage shows nothing, but a secret that it shares with production does', () => {
  const local = otherEnvironment({ stage: 'production', token_endpoint: 'http://127.0.0.1:9000/token' })
  expect(look([local])[0].code).toBe('no_other_stage')
  expect(look([otherEnvironment({ stage: 'production', token_endpoint: '' })])[0].code).toBe('no_other_stage')
  expect(look([{ ...local, hasSameSecret: true }])[0].code).toBe('secret_shared_with_production')
})
