import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import type { AuthMethod } from '../../electron/contract/client-authentication.ts'
import { type Sandbox, startSandbox } from '../../electron/sandbox/start.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'
import { ofHeldToken } from './held-token.ts'
import { savedRequest } from '../support/saved-request.ts'

let sandbox: Sandbox
let opened: TestApi
let api: TestApi['api']
const jwt = { environmentId: 'sandbox' }

beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => {
  opened = openTestApi(sandbox.facts)
  api = opened.api
})
afterEach(() => opened.close())

async function configure(change: (value: EnvironmentInput) => Partial<EnvironmentInput>): Promise<void> {
  const stored = opened.workspace.environments.get('sandbox')
  if (stored === null) throw new Error('no sandbox')
  await opened.change('sandbox', change(stored.value))
}

async function send(path: string) {
  return api.sendApiCall({ ...jwt, request: await savedRequest(api, jwt.environmentId, path) }, context)
}

describe.each<[AuthMethod, Partial<EnvironmentInput['assertion']>]>([
  ['client_secret_basic', {}],
  ['client_secret_post', {}],
  ['client_secret_jwt', { alg: 'HS256' }],
  ['private_key_jwt', { alg: 'RS256' }],
  ['private_key_jwt', { alg: 'PS256', audience: 'token_endpoint' }],
  ['tls_client_auth', {}],
  ['self_signed_tls_client_auth', {}],
  ['none', {}],
])('%s %j', (token_endpoint_auth_method, assertion) => {
  beforeEach(() =>
    configure((value) => ({ token_endpoint_auth_method, assertion: { ...value.assertion, ...assertion } })),
  )

  test('obtains a token that is genuine, and that both APIs accept', async () => {
    expect(await api.requestToken(jwt, context)).toMatchObject({ kind: 'issued', token: { decoded: { kind: 'jws' } } })
    const outcome = await api.verifyToken(ofHeldToken(jwt.environmentId), context)
    const verification = outcome.kind === 'verified' ? outcome.verification : null
    expect(verification).toMatchObject({ verdict: 'genuine' })
    expect(verification?.checks.filter(({ result }) => result !== 'passed')).toEqual([])
    expect(await send('/api/orders')).toMatchObject({ kind: 'answered', status: 200, tokenUse: 'reused' })
    expect(await send('/api/ledger')).toMatchObject({ kind: 'answered', status: 200, tokenUse: 'reused' })
  })

  test('sends what the preview shows', async () => {
    const value = opened.workspace.environments.get('sandbox')?.value
    if (value === undefined) throw new Error('no sandbox')
    const preview = await api.previewTokenRequest({ ...jwt, value, secrets: {}, reveal: false }, context)
    const outcome = await api.requestToken(jwt, context)
    if (outcome.kind !== 'issued' || preview.kind !== 'request') throw new Error(JSON.stringify([outcome, preview]))
    const exchange = await api.getExchange({ id: outcome.exchangeId }, context)
    expect(preview.request).toEqual(exchange?.request)
  })
})

test('metadata and keys are read with the client certificate of the environment, whose key the window does not know', async () => {
  await configure(() => ({ token_endpoint_auth_method: 'tls_client_auth' }))
  const environment = await api.getEnvironment(jwt, context)
  if (environment === null) throw new Error('no sandbox')
  const { stage, network, issuer, jwks_uri } = environment
  expect(network.clientCertificate.certificate).toContain('BEGIN CERTIFICATE')
  const unsaved = { ...jwt, secrets: {}, stage, network }
  expect(await api.discover({ ...unsaved, issuer }, context)).toMatchObject({ kind: 'found' })
  expect(await api.listKeys({ ...unsaved, jwks_uri }, context)).toMatchObject({ kind: 'keys' })
})
