import type { Page } from '@playwright/test'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'
import { call } from './bridge.ts'
import { serve } from './fault-server.ts'
import { addEnvironment } from './places.ts'

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** What an environment recorded: a call that its API refused for the audience of the token, and the same one accepted. */
export interface RecordedOrders {
  environmentId: string
  refused: string
  accepted: string
  /** Opens an exchange in the history. */
  open: (id: string, query?: string) => Promise<void>
  close: () => Promise<void>
}

/** Makes such an environment of this name. */
export async function recordOrders(window: Page, name: string): Promise<RecordedOrders> {
  let audience = 'orders-client'
  const wanted = 'https://api.orders.example'
  const server = await serve((request, response) => {
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
    if (request.url === '/token') {
      const claims = base64url({ iss: 'https://as.example', aud: audience, iat: 1_700_000_000, exp: 4_000_000_000 })
      const access_token = `${base64url({ alg: 'RS256', kid: '1' })}.${claims}.c2ln`
      return answer(200, { access_token, token_type: 'Bearer', expires_in: 600 })
    }
    return audience === wanted
      ? answer(200, { orders: [1, 2, 3] })
      : answer(401, { error: 'invalid_token', error_description: `audience must be ${wanted}` })
  })
  await addEnvironment(window, {
    name,
    token_endpoint: `${server.url}/token`,
    client_id: 'orders-client',
    client_secret: 'canary-secret',
  })
  const hash = await window.evaluate(() => location.hash)
  const environmentId = decodeURIComponent(hash.split('/')[2] ?? '')
  const headers = [{ name: 'X-Api-Key', value: 'abcdefgh', enabled: true }]
  const request = { ...newApiRequest, url: `${server.url}/orders`, headers }
  const send = async () => {
    await call(window, 'requestToken', { environmentId })
    await call(window, 'sendApiCall', { environmentId, callId: 'never-saved', request })
    return (await call(window, 'listExchanges', { environmentId, limit: 1 }))[0]?.id ?? ''
  }
  const refused = await send()
  audience = wanted
  const accepted = await send()
  return {
    environmentId,
    refused,
    accepted,
    open: (id, query = '') =>
      window.evaluate(
        ([to, searched]) => {
          location.hash = `#/history/${to}${searched}`
        },
        [id, query] as const,
      ),
    close: () => server.close(),
  }
}
