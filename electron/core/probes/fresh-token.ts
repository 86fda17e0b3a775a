import { tokenForOneUse, type WithToken } from '../flow/obtain-token.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { type Broken, broken, brokenByToken } from './broken.ts'
import type { Step } from './planned.ts'
import type { ProbeDeps, Probing } from './probing.ts'

/** Requests a token for the probe alone: the environment goes on to hold the one that it has. */
export async function freshToken(
  deps: ProbeDeps,
  { environment, hide, begin, last }: Probing,
  step: Step,
  value: CurrentEnvironment['value'] = environment.value,
): Promise<WithToken | Broken> {
  const flow = begin(step)
  const usable = await tokenForOneUse(deps, { ...environment, value }, flow)
  if (usable.kind === 'token') {
    hide(usable.token.accessToken, usable.client.environment.secrets.client_secret ?? '')
    return usable
  }
  if (flow.signal.aborted) return broken('cancelled', { step })
  return brokenByToken(step, usable.outcome, last())
}
