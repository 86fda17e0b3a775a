import { expect, test } from 'vitest'
import type { EnvironmentInput } from '../../../../electron/contract/environment.ts'
import { environmentSeparation } from '../../../../electron/core/review/checks/environment-separation.ts'
import { otherEnvironment, reviewCase } from '../../../support/review-case.ts'

const settings: EnvironmentInput = { ...reviewCase().settings, stage: 'staging' }
const same = { client_id: settings.client_id, token_endpoint: settings.token_endpoint, issuer: '' }
const look = (others: ReturnType<typeof otherEnvironment>[], own: Partial<typeof settings> = {}) =>
  environmentSeparation.look(reviewCase({ settings: { ...settings, ...own }, others }))

test('one client at one server for production and staging is at risk', () => {
  expect(look([otherEnvironment({ ...same, name: 'Orders prod', stage: 'production' })])).toMatchObject([
    { code: 'client_shared_with_production', status: 'at_risk', evidence: { environment: 'Orders prod', count: '1' } },
  ])
})

test('one client for two other stages is to improve, by its issuer as well', () => {
  const byIssuer = { ...same, token_endpoint: '', issuer: `${settings.issuer}/` }
  expect(look([otherEnvironment({ ...byIssuer, stage: 'development' })])[0].code).toBe('client_shared_across_stages')
})

test('the same client ID at another server is another client', () => {
  const elsewhere = { client_id: settings.client_id, token_endpoint: 'https://other.example/token', issuer: '' }
  expect(look([otherEnvironment({ ...elsewhere, stage: 'production' })])).toMatchObject([
    { code: 'client_separate', status: 'passed', evidence: { count: '1' } },
  ])
})

test('one client for one stage may have several environments', () => {
  expect(look([otherEnvironment({ ...same, stage: 'staging' })])[0].code).toBe('no_stage_to_separate')
})

test('environments without endpoints, and without a client ID, are not the same', () => {
  const empty = { token_endpoint: '', issuer: '' }
  const other = otherEnvironment({ ...empty, client_id: settings.client_id, stage: 'production' })
  expect(look([other], empty)[0].code).toBe('no_stage_to_separate')
  const unnamed = otherEnvironment({ ...same, client_id: '', stage: 'production' })
  expect(look([unnamed], { client_id: '' })[0].code).toBe('no_stage_to_separate')
})

test.each([
  ['client_id', 'orders-prod'],
  ['token_endpoint', 'https://login.production.shop.example/token'],
  ['name', 'Orders PROD'],
])('%s %s is unlike a stage that is not production', (field, text) => {
  expect(look([], { [field]: text })).toMatchObject([{ code: 'stage_unlike_name', evidence: { field } }])
  expect(look([], { [field]: text, stage: 'production' })[0].code).toBe('no_stage_to_separate')
})

test.each(['https://login.live.com/token', 'https://non-prod.example/token', 'https://preprod.example/token'])(
  '%s does not say production',
  (token_endpoint) => expect(look([], { token_endpoint })[0].code).toBe('no_stage_to_separate'),
)

test.each(['orders-nonprod', 'orders-prod-test', 'products', 'orders_not_prod', ''])(
  'the client ID “%s” does not say production',
  (client_id) => expect(look([], { client_id })[0].code).toBe('no_stage_to_separate'),
)

test('a sandbox of another stage does not show that stages are separate', () => {
  const sandbox = otherEnvironment({ stage: 'development', token_endpoint: 'http://127.0.0.1:9000/token' })
  expect(look([sandbox])[0].code).toBe('no_stage_to_separate')
})
