import { endpointOf } from '../../../common/endpoints.ts'
import { isOfExpired } from '../../../common/of-expired.ts'
import type { Flow } from '../../core-context.ts'
import { findEnvironment } from '../../environment/current-environment.ts'
import { environmentGone } from '../../environment/problems.ts'
import { introspectToken } from '../../flow/remembered.ts'
import { type Act, type ActDeps, type ActEnd, failed, passedOrNoted, type Situation, whyOf } from '../act.ts'
import { notRevoked, withoutRevocation } from './revoke.ts'

/** The server should say that the token is active. */
export const introspectAct: Act = {
  leftOut: withoutIntrospection,
  run: (deps, situation, flow) => introspect(deps, situation, flow, true),
}

/** The proof of a revocation: the server should say that the token is not active any more. */
export const introspectAgainAct: Act = {
  leftOut: (deps, situation) => withoutRevocation(deps, situation) ?? withoutIntrospection(deps, situation),
  run: async (deps, situation, flow) => notRevoked(deps, situation) ?? introspect(deps, situation, flow, false),
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
  const environment = findEnvironment(deps, environmentId)
  if (environment === null) return failed({ kind: 'not_sent', problems: [environmentGone] })
  const style = environment.value.introspection
  const outcome = await introspectToken(deps, { environmentId, style }, flow)
  if (outcome.kind !== 'active' && outcome.kind !== 'inactive') return failed(outcome)
  const { findings, exchangeId } = outcome
  const isActive = outcome.kind === 'active'
  const result = { kind: 'introspected', active: isActive } as const
  const asProof = isActive || isOfExpired(findings) ? 'noted' : 'passed'
  const atFirst = isActive ? passedOrNoted(findings) : 'failed'
  return { state: isExpectedActive ? atFirst : asProof, result, ...whyOf(outcome), exchangeIds: [exchangeId] }
}
