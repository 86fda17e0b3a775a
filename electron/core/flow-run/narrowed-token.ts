import type { Flow } from '../core-context.ts'
import { findEnvironment } from '../environment/current-environment.ts'
import { environmentGone } from '../environment/problems.ts'
import { tokenForOneUse } from '../flow/obtain-token.ts'
import type { ActDeps } from './act.ts'

/** Requests a token with fewer scopes than the environment asks for. The environment goes on to hold the one that it has. */
export async function narrowedToken(deps: ActDeps, environmentId: string, scope: string, flow: Flow) {
  const environment = findEnvironment(deps, environmentId)
  if (environment === null) return { kind: 'none', outcome: { kind: 'not_sent', problems: [environmentGone] } } as const
  return tokenForOneUse(deps, { ...environment, value: { ...environment.value, scope } }, flow)
}
