import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import type { Review } from '../../electron/contract/review.ts'
import type { TypedSecrets } from '../../electron/contract/secret.ts'
import type { Probe } from '../../electron/vocabulary/review.ts'
import { freePorts } from '../support/free-ports.ts'
import { missingServer, type SharedServer, startShared } from '../support/shared-servers.ts'
import { because } from '../support/skipped.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

const missing = missingServer('oidc-provider')
const secret = 'explorer-secret-0123456789abcdef0123456789abcdef'

let opened: TestApi
beforeEach(() => {
  opened = openTestApi(null)
})
afterEach(() => opened.close())

/** The review after the document, the keys and a token were read. */
async function reviewed(value: Partial<EnvironmentInput>, secrets: TypedSecrets) {
  const { api } = opened
  const environmentId = await opened.add(value, secrets)
  const network = value.network ?? newEnvironment.network
  const asked = { environmentId, network, stage: 'development', secrets: {} } as const
  await api.discover({ ...asked, issuer: value.issuer ?? '' }, context)
  if (value.jwks_uri) await api.listKeys({ ...asked, jwks_uri: value.jwks_uri }, context)
  const outcome = await api.requestToken({ environmentId }, context)
  expect(outcome.kind).toBe('issued')
  return { environmentId, review: await reviewOf(environmentId) }
}

async function reviewOf(environmentId: string): Promise<Review> {
  const review = await opened.api.getReview({ environmentId }, context)
  if (review === null) throw new Error('There is no review.')
  return review
}

/** The review after these probes were sent, as they were announced. */
async function probe(environmentId: string, { probes }: Review, chosen: readonly Probe[]): Promise<Review> {
  const plans = probes.flatMap(({ probe, plan }) => (chosen.includes(probe) && plan.kind === 'requests' ? [plan] : []))
  const possible = probes.filter(({ probe, plan }) => chosen.includes(probe) && plan.kind === 'requests')
  const announced = plans.flatMap((plan) => plan.requests)
  const given = { isProductionConfirmed: false, otherAudience: '' }
  const sent = await opened.api.runProbes(
    { environmentId, probes: possible.map(({ probe }) => probe), announced, ...given },
    context,
  )
  expect(sent.kind).toBe('done')
  return reviewOf(environmentId)
}

const raised = ({ items }: Review): string[] =>
  items.flatMap(({ findings }) =>
    findings.filter(({ status }) => status === 'to_improve' || status === 'at_risk').map(({ code }) => code),
  )

const held = ({ probes }: Review): Probe[] =>
  probes.flatMap(({ probe, last }) => (last?.result === 'holds' ? [probe] : []))

describe.skipIf(missing !== null)(`oidc-provider${because(missing)}`, () => {
  let server: SharedServer
  let issuer: string
  let secure: string

  beforeAll(async () => {
    const [HTTP_PORT = '', TLS_PORT = '', ALIAS_PORT = ''] = await freePorts(3)
    server = await startShared('oidc-provider', { HTTP_PORT, TLS_PORT, ALIAS_PORT })
    issuer = `http://127.0.0.1:${HTTP_PORT}`
    secure = `https://localhost:${TLS_PORT}`
  }, 180_000)
  afterAll(() => server?.stop(), 30_000)
  const pki = (file: string) => path.join(server.folder, 'pki', file)

  const at = (base: string, change: Partial<EnvironmentInput> = {}): Partial<EnvironmentInput> => ({
    issuer: base,
    token_endpoint: `${base}/token`,
    introspection_endpoint: `${base}/token/introspection`,
    revocation_endpoint: `${base}/token/revocation`,
    jwks_uri: `${base}/jwks`,
    client_id: 'explorer',
    scope: 'api:read api:write',
    resource: ['https://api.example.test/jwt'],
    ...change,
  })

  const assertion = () => ({ ...newEnvironment.assertion, alg: 'ES256' as const, keyFile: pki('pkjwt-es256.key') })
  const network = () => ({ ...newEnvironment.network, caFile: pki('ca.crt') })

  test('nothing is raised of a client that proves keys over TLS, also after it was probed', async () => {
    const { environmentId, review } = await reviewed(
      at(secure, {
        client_id: 'explorer-pkjwt-dpop-nonce',
        token_endpoint_auth_method: 'private_key_jwt',
        assertion: assertion(),
        network: network(),
        dpop: { ...newEnvironment.dpop, enabled: true },
      }),
      {},
    )
    expect(raised(review)).toEqual([])
    const probed = await probe(environmentId, review, ['published', 'introspection_open', 'revocation', 'plain_http'])
    expect(held(probed)).toEqual(['published', 'plain_http'])
    expect(raised(probed)).toEqual([])
  }, 60_000)

  test('of a client with a secret and a bearer token only these are raised, and what is better is offered', async () => {
    const { environmentId, review } = await reviewed(at(issuer), { client_secret: secret })
    expect(raised(review)).toEqual(['token_bearer_though_offered', 'authenticates_with_secret'])
    const probed = await probe(environmentId, review, ['published', 'introspection_open', 'revocation', 'rate_limit'])
    expect(raised(probed).toSorted()).toEqual([...raised(review), 'wrong_credentials_not_limited'].toSorted())
  }, 60_000)

  test('of an opaque token nothing is said that cannot be seen, and the probes that it allows hold', async () => {
    const { environmentId, review } = await reviewed(at(issuer, { resource: [], scope: '' }), { client_secret: secret })
    expect(raised(review)).toEqual(['token_bearer_though_offered', 'authenticates_with_secret'])
    const probed = await probe(environmentId, review, ['published', 'introspection_open', 'revocation'])
    expect(raised(probed)).toEqual(raised(review))
    expect(held(probed)).toEqual(['published', 'introspection_open', 'revocation'])
  }, 60_000)
})

const missingGlewlwyd = missingServer('glewlwyd', 'glewlwyd')

describe.skipIf(missingGlewlwyd !== null)(`glewlwyd${because(missingGlewlwyd)}`, () => {
  let server: SharedServer
  let issuer: string

  beforeAll(async () => {
    const [PORT = ''] = await freePorts(1)
    server = await startShared('glewlwyd', { PORT })
    issuer = String(server.info['issuer'])
  }, 180_000)
  afterAll(() => server?.stop(), 30_000)

  test('beside a secret and a bearer token only this is raised: its metadata leaves out the grant', async () => {
    const { environmentId, review } = await reviewed(
      {
        issuer,
        token_endpoint: `${issuer}/token`,
        introspection_endpoint: `${issuer}/introspect`,
        revocation_endpoint: `${issuer}/revoke`,
        jwks_uri: `${issuer}/jwks`,
        client_id: 'explorer',
        scope: 'api:read api:write',
      },
      { client_secret: secret },
    )
    expect(raised(review)).toEqual(['token_bearer_though_offered', 'authenticates_with_secret', 'metadata_incomplete'])
    const probed = await probe(environmentId, review, ['published', 'introspection_open', 'revocation'])
    expect(raised(probed)).toEqual(raised(review))
    expect(held(probed)).toEqual(['published', 'introspection_open', 'revocation'])
  }, 60_000)
})
