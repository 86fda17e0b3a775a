import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ReviewCode } from '../../electron/contract/review-codes.ts'
import { otherResource } from '../../electron/sandbox/authorization-server/provider.ts'
import { type Sandbox, startSandbox } from '../../electron/sandbox/start.ts'
import type { Probe } from '../../electron/vocabulary/review.ts'
import { type SandboxWeakness, sandboxWeaknesses } from '../../electron/vocabulary/sandbox-changes.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

let sandbox: Sandbox
let app: TestApi

beforeEach(async () => {
  sandbox = await startSandbox()
  app = openTestApi(sandbox.facts)
})
afterEach(async () => {
  app.close()
  await sandbox.close()
})

/** Each weakness, how it shows, and as what. */
const weaknesses: Record<SandboxWeakness, { by: Probe | 'token' | 'keys'; code: ReviewCode }> = {
  long_lifetime: { by: 'token', code: 'lifetime_over_day' },
  no_audience: { by: 'token', code: 'audience_missing' },
  weak_key: { by: 'keys', code: 'server_key_weak' },
  http: { by: 'plain_http', code: 'plain_http_answered' },
  open_introspection: { by: 'introspection_open', code: 'introspection_answers_strangers' },
  revocation_without_effect: { by: 'revocation', code: 'revocation_without_effect' },
  wrong_audience_accepted: { by: 'wrong_audience', code: 'wrong_audience_accepted' },
  signature_not_checked: { by: 'changed_token', code: 'changed_token_accepted' },
  scopes_not_checked: { by: 'missing_scope', code: 'missing_scope_accepted' },
  no_rate_limit: { by: 'rate_limit', code: 'wrong_credentials_not_limited' },
}
const rows = sandboxWeaknesses.map((weakness) => {
  const { by, code } = weaknesses[weakness]
  return { weakness, by, code }
})

async function review(environmentId: string) {
  const found = await app.api.getReview({ environmentId }, context)
  if (found === null) throw new Error('There is no such environment.')
  return found
}

/** What is to act on. */
async function raised(environmentId: string): Promise<ReviewCode[]> {
  const { items } = await review(environmentId)
  const findings = items.flatMap((item) => item.findings)
  return findings.filter(({ status }) => status === 'at_risk' || status === 'to_improve').map(({ code }) => code)
}

async function probe(environmentId: string, probes: Probe[]): Promise<void> {
  const states = (await review(environmentId)).probes.filter((state) => probes.includes(state.probe))
  const requests = states.flatMap(({ plan }) => (plan.kind === 'requests' ? plan.requests : []))
  const input = { announced: requests, isProductionConfirmed: false, otherAudience: otherResource }
  expect(await app.api.runProbes({ environmentId, probes, ...input }, context)).toMatchObject({ kind: 'done' })
}

async function show(environmentId: string, by: Probe | 'token' | 'keys'): Promise<void> {
  if (by === 'token') await app.api.requestToken({ environmentId }, context)
  else if (by === 'keys') await verify(environmentId)
  else await probe(environmentId, [by])
}

/** Reads the keys of the server. */
async function verify(environmentId: string): Promise<void> {
  await app.api.requestToken({ environmentId }, context)
  const keys = { kind: 'jwks', fresh: true } as const
  await app.api.verifyToken({ token: { kind: 'held', environmentId }, environmentId, keys }, context)
}

/** An environment of the client that authenticates by a certificate, whose endpoints are reached over TLS. */
async function overTls(): Promise<string> {
  const copy = await app.api.duplicateEnvironment({ environmentId: 'sandbox' }, context)
  if (copy === null) throw new Error('There is no sandbox.')
  expect(await app.change(copy.id, { token_endpoint_auth_method: 'tls_client_auth' })).toMatchObject({ kind: 'saved' })
  return copy.id
}

const codes = new Set(rows.map(({ code }) => code))
const raisedOfThese = async (environmentId: string) => (await raised(environmentId)).filter((code) => codes.has(code))

test('without switches, and with all probes, none of the weaknesses is found', { timeout: 60_000 }, async () => {
  for (const environmentId of ['sandbox', 'sandbox-opaque', await overTls()]) {
    await verify(environmentId)
    const { probes } = await review(environmentId)
    await probe(
      environmentId,
      probes.flatMap((state) => (state.plan.kind === 'requests' ? [state.probe] : [])),
    )
    expect(await raisedOfThese(environmentId)).toEqual([])
    const found = (await review(environmentId)).probes.flatMap(({ probe: name, last }) =>
      last ? [[name, last.result]] : [],
    )
    expect(found.filter(([, result]) => result !== 'holds')).toEqual(
      environmentId === 'sandbox-opaque' ? [['wrong_audience', 'unclear']] : [],
    )
  }
})

test.each(rows)('$weakness is found by $by, and gone once it is switched off', { timeout: 60_000 }, async (row) => {
  const environmentId = row.weakness === 'http' ? await overTls() : 'sandbox'
  await app.api.requestToken({ environmentId }, context)
  sandbox.change([row.weakness])
  await show(environmentId, row.by)
  expect(await raisedOfThese(environmentId)).toEqual([row.code])
  sandbox.change([])
  await show(environmentId, row.by)
  expect(await raisedOfThese(environmentId)).toEqual([])
})
