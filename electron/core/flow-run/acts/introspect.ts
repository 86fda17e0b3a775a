import { endpointOf } from '../../../common/endpoints.ts'
import type { Flow } from '../../core-context.ts'
import { findEnvironment } from '../../environment/current-environment.ts'
import { introspectToken } from '../../flow/remembered.ts'
import { type Act, type ActDeps, type ActEnd, failed, passedOrNoted, type Situation } from '../act.ts'
import { withoutRevocation } from './revoke.ts'

/** The server should say that the token is active. */
export const introspectAct: Act = {
  leftOut: withoutIntrospection,
  run: (deps, situation, flow) => introspect(deps, situation, flow, true),
}

/** The proof of a revocation: the server should say that the token is not active any more. */
export const introspectAgainAct: Act = {
  leftOut: (deps, situation) => withoutRevocation(deps, situation) ?? withoutIntrospection(deps, situation),
  run: (deps, situation, flow) => introspect(deps, situation, flow, false),
}

function withoutIntrospection(deps: ActDeps, { choice }: Situation) {
  const environment = findEnvironment(deps, choice.environmentId)
  const isMissing = environment !== null && endpointOf(environment.value, 'introspection_endpoint') === ''
  return isMissing ? 'no_introspection_endpoint' : null
}

async function introspect(
  deps: ActDeps,
  { choice: { environmentId } }: Situation,
  flow: Flow,
  isExpectedActive: boolean,
): Promise<ActEnd> {
  const style = findEnvironment(deps, environmentId)?.value.introspection ?? plainStyle
  const outcome = await introspectToken(deps, { environmentId, style }, flow)
  if (outcome.kind !== 'active' && outcome.kind !== 'inactive') return failed(outcome)
  const { findings, exchangeId } = outcome
  const isActive = outcome.kind === 'active'
  const result = { kind: 'introspected', active: isActive } as const
  return { state: stateOf(), result, findings, exchangeIds: [exchangeId] }

  function stateOf(): ActEnd['state'] {
    if (isExpectedActive) return isActive ? passedOrNoted(findings) : 'failed'
    return isActive ? 'noted' : 'passed'
  }
}

const plainStyle = { authentication: 'client', bodyFormat: 'form', responseFormat: 'json' } as const
