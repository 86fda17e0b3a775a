import { afterEach, beforeEach, expect, test } from 'vitest'
import { overPanel } from '../../electron/picture/panel/over.ts'
import { pictureOf } from '../../electron/picture/picture-of.ts'
import { textOf } from '../../electron/picture/said/text.ts'
import { actOf, type FlowApi, openFlowApi, statesOf } from './flow-running.ts'
import { bearer, json, misbehavingServers, secrets } from './misbehaving-servers.ts'

let opened: FlowApi
let now: number
const { serve, closeAll } = misbehavingServers()

beforeEach(() => {
  now = 1_700_000_000_000
  opened = openFlowApi(null, { now: () => now })
})
afterEach(async () => {
  opened.close()
  await closeAll()
})

/** An environment with a call; its server turns the token away after the revocation, which takes `ms`. */
async function revocable(ms = 0, refusal = 401) {
  let isRevoked = false
  const server = await serve((request, response) => {
    if (request.url === '/token') return json(response, 200, { ...bearer, scope: '' })
    if (request.url === '/revoke') {
      isRevoked = true
      now += ms
    }
    if (request.url === '/introspect') return json(response, 200, { active: !isRevoked })
    return json(response, request.url === '/api' && isRevoked ? refusal : 200, {})
  })
  const environmentId = await opened.add(
    {
      client_id: 'c',
      token_endpoint: `${server.url}/token`,
      introspection_endpoint: `${server.url}/introspect`,
      revocation_endpoint: `${server.url}/revoke`,
    },
    secrets,
  )
  const callId = await opened.saveCall(environmentId, `${server.url}/api`)
  return { choice: { environmentId, callId, scenario: 'revoke' } as const, server }
}

test.each(['introspect_again', 'call_again'] as const)(
  'a run from %s proves nothing of a token that was not revoked, and sends nothing',
  async (from) => {
    const { choice, server } = await revocable()
    await opened.run({ ...choice, scenario: 'run' })
    const { length } = server.requests
    const run = await opened.run({ ...choice, from })
    expect(actOf(run, from)).toMatchObject({ state: 'failed', result: { problems: [{ code: 'flow_not_revoked' }] } })
    expect(server.requests).toHaveLength(length)
  },
)

test('a run from a proof takes the revocation of an earlier run', async () => {
  const { choice } = await revocable()
  expect((await opened.run(choice)).state).toBe('passed')
  const again = await opened.run({ ...choice, from: 'introspect_again' })
  expect(statesOf(again)).toMatchObject({ introspect_again: 'passed', call_again: 'passed' })
})

test('a token that expired while it was revoked proves nothing when it is turned away', async () => {
  const { choice } = await revocable(700_000)
  const run = await opened.run(choice)
  expect(statesOf(run)).toMatchObject({ call: 'passed', introspect_again: 'noted', call_again: 'noted' })
  expect(overPanel(run)).toMatchObject({ tone: 'warn', title: 'Revoked, and the token has expired as well' })
  expect(textOf(pictureOf(run.plan, run, null))).not.toContain('took effect')
})

test('an API that answers 403 after the revocation is not taken for proof of its effect there', async () => {
  const { choice } = await revocable(0, 403)
  expect(overPanel(await opened.run(choice))).toMatchObject({
    title: 'The revocation took effect at the server',
    reason: 'The server says inactive. The API answered 403, which may have another reason.',
  })
})
