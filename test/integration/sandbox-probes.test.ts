import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { builtInEnvironments } from '../../electron/catalogue/built-in-environments.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { ProbeResult } from '../../electron/contract/review.ts'
import { type Sandbox, startSandbox } from '../../electron/sandbox/start.ts'
import type { Probe } from '../../electron/vocabulary/review.ts'
import type { SandboxWeakness } from '../../electron/vocabulary/sandbox-changes.ts'
import { type FlowApi, openFlowApi } from './flow-running.ts'
import { context } from './test-api.ts'

/** The probes of a review against the sandbox, well kept and with each of its weaknesses. */

let sandbox: Sandbox
let opened: FlowApi

beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => {
  opened = openFlowApi(sandbox.facts)
})
afterEach(() => {
  sandbox.change([])
  opened.close()
})

/** The environment that presents the client certificate of the sandbox, and calls the API over TLS. */
async function overTls(): Promise<string> {
  const { clientCertificate } = sandbox.facts
  const environmentId = await opened.add(
    {
      ...(builtInEnvironments[0]?.value ?? newEnvironment),
      name: 'Over TLS',
      client_id: 'sandbox-tls',
      token_endpoint_auth_method: 'tls_client_auth',
      network: {
        ...newEnvironment.network,
        clientCertificate: { ...newEnvironment.network.clientCertificate, certificate: clientCertificate.certificate },
      },
    },
    { client_certificate_key: clientCertificate.key },
  )
  await opened.saveCall(environmentId, `${sandbox.facts.mtlsApi}/api/orders`, { scope: 'api:read' })
  return environmentId
}

async function probed(environmentId: string, wanted: readonly Probe[]): Promise<Map<Probe, ProbeResult | null>> {
  const review = await opened.api.getReview({ environmentId }, context)
  const chosen = (review?.probes ?? []).filter(({ probe }) => wanted.includes(probe))
  const planned = chosen.flatMap(({ plan }) => (plan.kind === 'requests' ? plan.requests : []))
  const input = {
    environmentId,
    probes: [...wanted],
    isProductionConfirmed: false,
    otherAudience: '',
    announced: planned,
  }
  expect(await opened.api.runProbes(input, context)).toMatchObject({ kind: 'done' })
  const after = await opened.api.getReview({ environmentId }, context)
  return new Map((after?.probes ?? []).map(({ probe, last }) => [probe, last]))
}

const ofSandbox = [
  'published',
  'introspection_open',
  'wrong_audience',
  'changed_token',
  'missing_scope',
  'revocation',
  'rate_limit',
] as const

test('every probe holds where no weakness is switched on', async () => {
  const results = await probed('sandbox', ofSandbox)
  expect(ofSandbox.map((probe) => [probe, results.get(probe)?.result])).toEqual(
    ofSandbox.map((probe) => [probe, 'holds']),
  )
})

test.each<[SandboxWeakness, Probe]>([
  ['open_introspection', 'introspection_open'],
  ['wrong_audience_accepted', 'wrong_audience'],
  ['signature_not_checked', 'changed_token'],
  ['scopes_not_checked', 'missing_scope'],
  ['revocation_without_effect', 'revocation'],
  ['no_rate_limit', 'rate_limit'],
])('%s is found by its probe', async (weakness, probe) => {
  sandbox.change([weakness])
  expect((await probed('sandbox', [probe])).get(probe)).toMatchObject({ result: 'fails' })
})

test('plain http at the TLS ports is found where it is switched on, and only there', async () => {
  const id = await overTls()
  expect((await probed(id, ['plain_http'])).get('plain_http')).toMatchObject({ result: 'holds' })
  sandbox.change(['http'])
  expect((await probed(id, ['plain_http'])).get('plain_http')).toMatchObject({ result: 'fails' })
})

test('a client with a certificate is no stranger, and a stranger without one is refused', async () => {
  const results = await probed(await overTls(), ['introspection_open', 'revocation'])
  expect(results.get('introspection_open')).toMatchObject({ result: 'holds', evidence: { client: 'active' } })
  expect(results.get('revocation')).toMatchObject({ result: 'holds' })
})
