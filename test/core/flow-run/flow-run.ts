import { newEnvironment } from '../../../electron/catalogue/new-environment.ts'
import { flowPlanOf } from '../../../electron/common/flow-plan.ts'
import type { FlowAct, FlowExchange, FlowRun } from '../../../electron/contract/flow.ts'

const value = {
  ...newEnvironment,
  name: 'Orders',
  client_id: 'orders',
  scope: 'orders:read',
  token_endpoint: 'https://as.example/token',
  jwks_uri: 'https://as.example/jwks',
}

const plan = flowPlanOf(value, null, { scenario: 'run', tokenChoice: 'new', scope: '' })

export const flowExchange: FlowExchange = {
  id: 'e1',
  purpose: 'token',
  relation: 'first',
  method: 'POST',
  url: 'https://as.example/token',
  status: 200,
  failure: null,
  failedAt: null,
  sent: 'yes',
  startedAt: 1_700_000_000_000,
  timings: { dns: 1.5, connect: 2, proxy: null, tls: 12.25, send: 0.1, wait: 40.2, download: 0.4, total: 56.45 },
  isReused: false,
  proxy: null,
  tls: 'TLSv1.3',
}

const waiting = {
  leftOut: null,
  startedAt: null,
  ms: null,
  exchanges: [],
  moreExchanges: 0,
  result: null,
  findings: [],
}

export const tokenResult = {
  kind: 'token',
  use: 'new',
  token_type: 'Bearer',
  format: 'jws',
  alg: 'ES256',
  expires_in: '300',
  expiresAt: 1_700_000_300_000,
  scopeAsked: 'orders:read',
  scopeGranted: null,
  audience: ['https://api.example'],
  binding: null,
} as const

export const passedToken: FlowAct = {
  ...waiting,
  name: 'token',
  state: 'passed',
  startedAt: 1_700_000_000_000,
  ms: 60,
  exchanges: [flowExchange],
  result: tokenResult,
}

/** A run that was made, of a token alone. */
export const flowRun: FlowRun = {
  id: 'r1',
  environmentId: 'a1',
  plan,
  state: 'passed',
  startedAt: 1_700_000_000_000,
  ms: 60,
  from: null,
  acts: [passedToken, { ...waiting, name: 'call', state: 'left_out', leftOut: 'no_call' }],
}

/** The same while its API call is under way. */
export const runningRun: FlowRun = {
  ...flowRun,
  state: 'running',
  ms: null,
  acts: [
    passedToken,
    { ...waiting, name: 'introspect', state: 'running', startedAt: 1_700_000_000_060 },
    { ...waiting, name: 'call', state: 'waiting' },
  ],
}
