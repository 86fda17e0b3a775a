import type { Purpose } from '../../contract/exchange.ts'
import { connectionOptionsOf } from '../client/connection-options.ts'
import type { Flow } from '../core-context.ts'
import { bindingProblems } from '../environment/binding-problems.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { neededToTravel } from '../environment/needed-secrets.ts'
import { notPrepared, type Prepared } from '../environment/problems.ts'
import { type ResolveDeps, resolveEnvironment } from '../environment/resolve-environment.ts'
import type { RequestContext } from './perform.ts'

/** What a request for a public document needs: no client and no token, but the environment's connection. */
export async function preparePublicRequest(
  deps: ResolveDeps,
  current: CurrentEnvironment,
  purpose: Purpose,
  flow: Flow,
): Promise<Prepared<RequestContext>> {
  const needed = neededToTravel(current.value)
  const unbound = bindingProblems(deps, current, needed, null)
  if (unbound.length > 0) return notPrepared(...unbound)
  const environment = await resolveEnvironment(deps, current, needed, flow.signal)
  const connection = await connectionOptionsOf(deps, environment)
  if (!connection.ok) return connection
  return {
    ok: true,
    value: { ...flow, environment, connection: connection.value, purpose, authentication: null, accessToken: null },
  }
}
