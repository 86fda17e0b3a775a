import type { FlowAct, FlowActName, FlowExchange, FlowPlan, FlowResult, FlowRun } from '../../electron/contract/flow.ts'
import type { Credential } from '../../electron/picture/flow-facts.ts'

export const plan: FlowPlan = {
  scenario: 'run',
  tokenChoice: 'new',
  provider: 'cidaas',
  client_id: 'ord-svc',
  authentication: 'client_secret_post',
  bodyFormat: 'form',
  hasProof: false,
  hasClientCertificate: false,
  scope: 'orders.read orders.write',
  audience: '',
  resource: [],
  token_endpoint: 'https://id.orders.example/token-srv/token',
  jwks_uri: 'https://id.orders.example/.well-known/jwks.json',
  introspection_endpoint: 'https://id.orders.example/token-srv/introspect',
  introspection: { authentication: 'bearer_token_itself', bodyFormat: 'form', responseFormat: 'json' },
  revocation_endpoint: 'https://id.orders.example/token-srv/revoke',
  call: { id: 'orders', method: 'GET', url: 'https://api.orders.example/orders' },
  sources: [],
  proxy: null,
}

export const credential: Credential = { is: 'secret', keptIn: 'stored', ageInDays: 41 }

export function exchange(changes: Partial<FlowExchange> & { total?: number } = {}): FlowExchange {
  const { total = 86, ...rest } = changes
  return {
    id: 'x1',
    purpose: 'token',
    relation: 'first',
    method: 'POST',
    url: plan.token_endpoint,
    status: 200,
    failure: null,
    failedAt: null,
    sent: 'yes',
    startedAt: 1_000_000,
    timings: { dns: 3, connect: 11, proxy: null, tls: 26, send: 1, wait: total - 43, download: 2, total },
    isReused: false,
    proxy: null,
    tls: 'TLSv1.3',
    ...rest,
  }
}

export const api = (changes: Partial<FlowExchange> & { total?: number } = {}): FlowExchange =>
  exchange({ id: 'x3', purpose: 'api', method: 'GET', url: 'https://api.orders.example/orders', total: 31, ...changes })

export const token: Extract<FlowResult, { kind: 'token' }> = {
  kind: 'token',
  use: 'new',
  token_type: 'Bearer',
  format: 'jws',
  alg: 'RS256',
  expires_in: '3600',
  expiresAt: 1_585_000,
  scopeAsked: plan.scope,
  scopeGranted: plan.scope,
  audience: ['ord-svc'],
  binding: null,
}

export const answered = (
  status: number,
  changes: Partial<Extract<FlowResult, { kind: 'answered' }>> = {},
): Extract<FlowResult, { kind: 'answered' }> => ({
  kind: 'answered',
  status,
  statusText: status === 200 ? 'OK' : '',
  error: null,
  error_description: null,
  scope: null,
  tokenUse: 'reused',
  ...changes,
})

export function act(name: FlowActName, changes: Partial<FlowAct> = {}): FlowAct {
  return {
    name,
    state: 'passed',
    leftOut: null,
    startedAt: 1_000_000,
    ms: 4.2,
    exchanges: [],
    moreExchanges: 0,
    result: null,
    findings: [],
    ...changes,
  }
}

export const tokenAct = (changes: Partial<FlowAct> = {}): FlowAct =>
  act('token', { result: token, exchanges: [exchange()], ms: 90, ...changes })

export const verifyAct = (changes: Partial<FlowAct> = {}): FlowAct =>
  act('verify', { result: { kind: 'verified', verdict: 'genuine', kid: '3f9a77aa01bc', checks: [] }, ...changes })

export const introspectAct = (changes: Partial<FlowAct> = {}): FlowAct =>
  act('introspect', {
    result: { kind: 'introspected', active: true },
    exchanges: [exchange({ id: 'x2', purpose: 'introspection', url: plan.introspection_endpoint, total: 41 })],
    ...changes,
  })

export const callAct = (changes: Partial<FlowAct> = {}): FlowAct =>
  act('call', { result: answered(200), exchanges: [api()], ...changes })

export const passedActs: readonly FlowAct[] = [tokenAct(), verifyAct(), introspectAct(), callAct()]

export function runOf(acts: readonly FlowAct[], changes: Partial<FlowRun> = {}): FlowRun {
  return {
    id: 'run1',
    environmentId: 'env1',
    plan,
    state: 'passed',
    startedAt: 1_000_000,
    ms: 398,
    from: null,
    acts,
    ...changes,
  }
}
