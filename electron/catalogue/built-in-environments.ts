import type { ApiRequest } from '../contract/api-call.ts'
import type { EnvironmentInput } from '../contract/environment.ts'
import { newApiRequest } from './new-api-request.ts'
import { newEnvironment } from './new-environment.ts'

/** Stands for the sandbox API's address in saved calls, because its port is another one each time. */
export const apiPlaceholder = 'http://sandbox.invalid'

const base: EnvironmentInput = {
  ...newEnvironment,
  name: 'Sandbox',
  provider: 'sandbox',
  client_id: 'sandbox-jwt',
  scope: 'api:read api:write',
  resource: ['urn:sandbox:orders'],
  network: { ...newEnvironment.network, proxy: { ...newEnvironment.network.proxy, mode: 'none' } },
}

const orders: ApiRequest = { ...newApiRequest, url: `${apiPlaceholder}/api/orders`, scope: 'api:read' }
const ledger: ApiRequest = { ...orders, url: `${apiPlaceholder}/api/ledger` }
const newOrder: ApiRequest = {
  ...orders,
  method: 'POST',
  body: { kind: 'json', text: '{\n  "item": "Copper wire, 1.5 mm²",\n  "quantity": 3\n}' },
  scope: 'api:write',
}

interface BuiltInEnvironment {
  id: string
  builtIn: true
  value: EnvironmentInput
  /** The calls that are saved in it. The first is one that accepts its tokens. */
  apiCalls: readonly ApiRequest[]
}

/** The environments that every workspace begins with: one with JWT access tokens, one with opaque ones, which the orders API cannot read. */
export const builtInEnvironments: readonly BuiltInEnvironment[] = [
  { id: 'sandbox', builtIn: true, value: base, apiCalls: [orders, ledger, newOrder] },
  {
    id: 'sandbox-opaque',
    builtIn: true,
    value: { ...base, name: 'Sandbox · opaque tokens', client_id: 'sandbox-opaque', resource: [] },
    apiCalls: [ledger, orders, newOrder],
  },
]
