import { endpointOf } from '../../../common/endpoints.ts'
import type { Flow } from '../../core-context.ts'
import { findEnvironment } from '../../environment/current-environment.ts'
import { revokeToken } from '../../flow/remembered.ts'
import { problem, problemAt } from '../../problem.ts'
import { type Act, type ActDeps, type ActEnd, failed, passedOrNoted, type Situation } from '../act.ts'

export const revokeAct: Act = { leftOut: withoutRevocation, run: revoke }

/** Without a revocation there is nothing to prove either. */
export function withoutRevocation(deps: ActDeps, { choice }: Situation) {
  const environment = findEnvironment(deps, choice.environmentId)
  const isMissing = environment !== null && endpointOf(environment.value, 'revocation_endpoint') === ''
  return isMissing ? 'no_revocation_endpoint' : null
}

/** A proof of what was not done would be a false one: the run may begin after the revocation. */
export function notRevoked({ session }: ActDeps, { choice }: Situation): ActEnd | null {
  const token = session.tokens.get(choice.environmentId)
  if (token === undefined || token.held.revokedAt !== null) return null
  return failed({ kind: 'not_sent', problems: [problemAt('access_token', problem('flow_not_revoked'))] })
}

async function revoke(deps: ActDeps, { choice: { environmentId } }: Situation, flow: Flow): Promise<ActEnd> {
  const outcome = await revokeToken(deps, { environmentId }, flow)
  if (outcome.kind !== 'accepted') return failed(outcome)
  const { findings, exchangeId } = outcome
  return { state: passedOrNoted(findings), result: { kind: 'revoked' }, findings, exchangeIds: [exchangeId] }
}
