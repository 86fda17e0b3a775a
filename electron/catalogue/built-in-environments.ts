import type { ApiRequest } from '../contract/api-call.ts'
import type { EnvironmentInput } from '../contract/environment.ts'
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

/** The environments that every workspace begins with: one with JWT access tokens, one with opaque ones. */
export const builtInEnvironments: readonly { id: string; builtIn: true; value: EnvironmentInput }[] = [
  { id: 'sandbox', builtIn: true, value: base },
  {
    id: 'sandbox-opaque',
    builtIn: true,
    value: { ...base, name: 'Sandbox · opaque tokens', client_id: 'sandbox-opaque', resource: [] },
  },
]

/** The calls saved in each of them. */
export const builtInApiCalls: readonly ApiRequest[] = [
  { method: 'GET', url: `${apiPlaceholder}/api/orders`, body: '', contentType: '', followRedirects: false },
  { method: 'GET', url: `${apiPlaceholder}/api/ledger`, body: '', contentType: '', followRedirects: false },
  {
    method: 'POST',
    url: `${apiPlaceholder}/api/orders`,
    body: '{\n  "item": "Copper wire, 1.5 mm²",\n  "quantity": 3\n}',
    contentType: 'application/json',
    followRedirects: false,
  },
]
