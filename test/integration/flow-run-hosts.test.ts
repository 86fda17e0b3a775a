import { Buffer } from 'node:buffer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { overPanel } from '../../electron/picture/panel/over.ts'
import { type FlowApi, openFlowApi } from './flow-running.ts'
import { bearer, json, misbehavingServers, secrets } from './misbehaving-servers.ts'
import { context } from './test-api.ts'

let opened: FlowApi
const { serve, closeAll } = misbehavingServers()

beforeEach(() => {
  opened = openFlowApi(null)
})
afterEach(async () => {
  opened.close()
  await closeAll()
})

const hidden = Buffer.from(secrets.client_secret).toString('hex')

test('a redirect to a host that repeats the secret shows it nowhere', async () => {
  const server = await serve((request, response) =>
    request.url === '/token'
      ? json(response, 200, { ...bearer, scope: '' })
      : response.writeHead(302, { location: `http://${hidden}.invalid/` }).end(),
  )
  const environmentId = await opened.add({ client_id: 'c', token_endpoint: `${server.url}/token` }, secrets)
  const callId = await opened.saveCall(environmentId, `${server.url}/api`, { followRedirects: true })
  const run = await opened.run({ environmentId, callId })
  const exchanges = await opened.api.listExchanges({ environmentId, limit: 5 }, context)
  const details = await Promise.all(exchanges.map(({ id }) => opened.api.getExchange({ id }, context)))
  const shown = JSON.stringify([run, opened.workspace.flowRuns.get(run.id), overPanel(run), opened.notices, details])
  expect(shown).toContain('.invalid')
  expect(shown).not.toContain(hidden)
})
