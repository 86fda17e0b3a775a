import type { ApiCallLabel, ApiRequest } from '../contract/api-call.ts'
import type { EnvironmentInput } from '../contract/environment.ts'
import { newApiRequest, newCallLabel } from './new-api-request.ts'
import { newEnvironment } from './new-environment.ts'

/** Stands for the sandbox API's address in saved calls, because its port is another one each time. */
export const apiPlaceholder = 'http://sandbox.invalid'

/** What the sandbox issues tokens for that neither of its APIs accepts. */
export const otherAudienceOfSandbox = 'urn:sandbox:reports'

const base: EnvironmentInput = {
  ...newEnvironment,
  name: 'Sandbox',
  provider: 'sandbox',
  client_id: 'sandbox-jwt',
  scope: 'api:read api:write',
  resource: ['urn:sandbox:orders'],
  network: { ...newEnvironment.network, proxy: { ...newEnvironment.network.proxy, mode: 'none' } },
}

type NewCall = ApiRequest & ApiCallLabel

const orders: NewCall = { ...newApiRequest, ...newCallLabel, url: `${apiPlaceholder}/api/orders`, scope: 'api:read' }
const ledger: NewCall = { ...orders, url: `${apiPlaceholder}/api/ledger` }
const newOrder: NewCall = {
  ...orders,
  method: 'POST',
  body: { kind: 'json', text: '{\n  "item": "Copper wire, 1.5 mm²",\n  "quantity": 3\n}' },
  scope: 'api:write',
}

const answer = (name: string, path: string): NewCall => ({
  ...orders,
  name,
  folder: 'Answers',
  url: `${apiPlaceholder}/api/${path}`,
})

/** One of each kind of answer. */
const answers: readonly NewCall[] = [
  {
    ...answer('Echo of a form', 'echo'),
    method: 'POST',
    body: {
      kind: 'form',
      fields: [
        { name: 'item', value: 'Copper wire, 1.5 mm²', enabled: true },
        { name: 'quantity', value: '3', enabled: true },
      ],
    },
  },
  answer('Image', 'image'),
  answer('PDF', 'pdf'),
  answer('Web page', 'html'),
  answer('XML', 'xml'),
  answer('Binary', 'binary'),
  answer('Events, one a second', 'stream?n=10&ms=1000'),
  answer('Lines of JSON', 'lines?n=20&ms=200'),
  answer('10 MB of JSON', 'big?mb=10'),
  answer('JSON in zstd', 'encoded/zstd'),
  answer('429 twice, then 200', 'status/429?after=2'),
  answer('After 3 seconds', 'slow?ms=3000'),
  answer('Nothing (204)', 'empty'),
]

interface BuiltInEnvironment {
  id: string
  builtIn: true
  value: EnvironmentInput
  /** The calls that are saved in it. The first is one that accepts its tokens. */
  apiCalls: readonly NewCall[]
}

/** The environments that every workspace begins with: one with JWT access tokens, one with opaque ones, which the orders API cannot read. */
export const builtInEnvironments: readonly BuiltInEnvironment[] = [
  { id: 'sandbox', builtIn: true, value: base, apiCalls: [orders, ledger, newOrder, ...answers] },
  {
    id: 'sandbox-opaque',
    builtIn: true,
    value: { ...base, name: 'Sandbox · opaque tokens', client_id: 'sandbox-opaque', resource: [] },
    apiCalls: [ledger, orders, newOrder],
  },
]
