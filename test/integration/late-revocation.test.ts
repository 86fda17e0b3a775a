import type { ServerResponse } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { bearer, json, misbehavingServers, secrets } from './misbehaving-servers.ts'
import { context, openTestApi } from './test-api.ts'

const { serve, closeAll } = misbehavingServers()
const opened = openTestApi(null)
afterEach(async () => {
  opened.close()
  await closeAll()
})

test('a revocation that is answered after a newer token came says nothing about the newer one, and does not bring the old one back', async () => {
  let revoking: (response: ServerResponse) => void = () => {}
  const arrived = new Promise<ServerResponse>((resolve) => (revoking = resolve))
  const server = await serve((request, response, count) => {
    if (request.url === '/revoke') return revoking(response)
    return json(response, 200, { ...bearer, access_token: `opaque-token-${count}` })
  })
  const endpoints = { token_endpoint: `${server.url}/token`, revocation_endpoint: `${server.url}/revoke` }
  const environmentId = await opened.add({ client_id: 'c', ...endpoints }, secrets)
  await opened.api.requestToken({ environmentId }, context)

  const revocation = opened.api.revokeToken({ environmentId }, context)
  const answer = await arrived
  expect(await opened.api.requestToken({ environmentId }, context)).toMatchObject({ kind: 'issued' })
  json(answer, 200, {})

  expect(await revocation).toMatchObject({ kind: 'accepted' })
  expect(await opened.api.listTokens(undefined, context)).toMatchObject([{ environmentId, revokedAt: null }])
  expect(await opened.api.revealToken({ environmentId }, context)).toBe('opaque-token-3')
})
