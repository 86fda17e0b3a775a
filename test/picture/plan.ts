import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { flowPlanOf } from '../../electron/common/flow-plan.ts'
import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import type { FlowPlan } from '../../electron/contract/flow.ts'
import type { FlowFacts } from '../../electron/picture/flow-facts.ts'

export const orders: EnvironmentInput = {
  ...newEnvironment,
  name: 'Orders',
  client_id: 'ord-svc',
  token_endpoint_auth_method: 'client_secret_post',
  token_endpoint: 'https://id.orders.example/token-srv/token',
  introspection_endpoint: 'https://id.orders.example/token-srv/introspect',
  revocation_endpoint: 'https://id.orders.example/token-srv/revoke',
  jwks_uri: 'https://id.orders.example/.well-known/jwks.json',
  scope: 'orders.read orders.write',
}

/** The plan of these settings with a call of `GET /orders`. */
export function planWith(change: Partial<EnvironmentInput>): FlowPlan {
  const plan = flowPlanOf({ ...orders, ...change }, null, { scenario: 'run', tokenChoice: 'new', scope: '' })
  return { ...plan, call: { id: 'call', method: 'GET', url: 'https://api.orders.example/orders' } }
}

export const facts: FlowFacts = {
  basicEncoding: 'form',
  renewBefore: 60,
  extras: 0,
  credential: { is: 'secret', keptIn: 'stored', ageInDays: 41 },
  sourceScheme: 'https',
  token: null,
}
