import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { practiceSections } from '../../electron/catalogue/review-practices.ts'
import type { ReviewFinding } from '../../electron/contract/review.ts'
import { type Sandbox, startSandbox } from '../../electron/sandbox/start.ts'
import type { ReviewCode } from '../../electron/contract/review-codes.ts'
import type { SandboxWeakness } from '../../electron/vocabulary/sandbox-changes.ts'
import type { Probe } from '../../electron/vocabulary/review.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

let sandbox: Sandbox
let running: TestApi

beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => {
  running = openTestApi(sandbox.facts)
})
afterEach(() => {
  running.close()
  sandbox.change([])
})

const orders = 'sandbox'
const opaque = 'sandbox-opaque'

/** What a review finds of the network and of validation after these probes and a token request. */
async function found(environmentId: string, probes: readonly Probe[]): Promise<ReviewFinding[]> {
  await running.api.requestToken({ environmentId }, context)
  const planned = (await running.api.getReview({ environmentId }, context))?.probes ?? []
  const announced = planned
    .filter(({ probe }) => probes.includes(probe))
    .flatMap(({ plan }) => (plan.kind === 'requests' ? plan.requests : []))
  const otherAudience = 'urn:sandbox:reports'
  if (probes.length > 0) {
    const sent = { environmentId, probes: [...probes], announced, isProductionConfirmed: false, otherAudience }
    const { kind } = await running.api.runProbes(sent, context)
    if (kind !== 'done') throw new Error(kind)
  }
  const review = await running.api.getReview({ environmentId }, context)
  const sections = practiceSections.filter(({ name }) => name === 'network_security' || name === 'token_validation')
  const practices = new Set(sections.flatMap(({ practices }) => practices))
  return (review?.items ?? []).filter(({ practice }) => practices.has(practice)).flatMap(({ findings }) => findings)
}

const raisedIn = (findings: readonly ReviewFinding[]): ReviewCode[] =>
  findings.filter(({ status }) => status === 'at_risk' || status === 'to_improve').map(({ code }) => code)

/** An environment whose endpoints are reached over TLS, with a certificate of the client. */
function overTls(): Promise<string> {
  const { mtls_endpoint_aliases, ca, clientCertificate } = sandbox.facts
  const { network } = newEnvironment
  const presented = { ...network.clientCertificate, certificate: clientCertificate.certificate }
  return running.add(
    {
      ...mtls_endpoint_aliases,
      client_id: 'sandbox-tls',
      token_endpoint_auth_method: 'tls_client_auth',
      scope: 'api:read',
      resource: [sandbox.facts.resource],
      network: { ...network, ca, clientCertificate: presented, proxy: { ...network.proxy, mode: 'none' } },
    },
    { client_certificate_key: clientCertificate.key },
  )
}

test.each([
  ['no_audience', orders, null, 'audience_missing'],
  ['open_introspection', orders, 'introspection_open', 'introspection_answers_strangers'],
  ['open_introspection', opaque, 'introspection_open', 'introspection_answers_strangers'],
  ['revocation_without_effect', orders, 'revocation', 'revocation_without_effect'],
  ['revocation_without_effect', opaque, 'revocation', 'revocation_without_effect'],
  ['wrong_audience_accepted', orders, 'wrong_audience', 'wrong_audience_accepted'],
  ['signature_not_checked', orders, 'changed_token', 'changed_token_accepted'],
] as const satisfies readonly (readonly [SandboxWeakness, string, Probe | null, ReviewCode])[])(
  '%s of %s is found',
  async (weakness, environmentId, probe, code) => {
    sandbox.change([weakness])
    expect(raisedIn(await found(environmentId, probe === null ? [] : [probe]))).toContain(code)
  },
)

test('http is found in an environment that reaches the sandbox over TLS', async () => {
  const id = await overTls()
  sandbox.change(['http'])
  expect(raisedIn(await found(id, ['plain_http']))).toContain('plain_http_answered')
})

test.each([
  [orders, ['introspection_open', 'revocation', 'wrong_audience', 'changed_token'] as const],
  [opaque, ['introspection_open', 'revocation'] as const],
])('of the well-kept %s nothing but its Bearer token is raised', async (environmentId, probes) => {
  const findings = await found(environmentId, probes)
  expect(raisedIn(findings)).toEqual(['token_bearer'])
  const codes = findings.map(({ code }) => code)
  expect(codes).toContain('introspection_refuses_strangers')
  expect(codes).toEqual(
    expect.arrayContaining(
      environmentId === orders
        ? ['wrong_audience_refused', 'changed_token_refused', 'profile_followed', 'revocation_waits_for_expiry']
        : ['revocation_effective'],
    ),
  )
})

test('over TLS the sandbox passes what is about TLS, and binds its tokens to the certificate', async () => {
  const codes = (await found(await overTls(), ['plain_http'])).map(({ code }) => code)
  expect(codes).toEqual(
    expect.arrayContaining([
      'endpoints_encrypted',
      'tls_modern',
      'certificate_trusted',
      'plain_http_closed',
      'token_bound',
    ]),
  )
})
