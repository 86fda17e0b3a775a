import type { Binding } from '../../contract/token.ts'
import type { Expectations } from '../token/verify/checks.ts'
import { accessTokenIssuerOf } from './access-token-issuers.ts'
import type { CoreContext, CurrentEnvironment } from '../environment/current-environment.ts'
import { bindingOf, prepareApiCall } from '../client/prepared-client.ts'
import type { ReferredToken } from './resolve-token.ts'

/** What an environment expects of a token: of one that it held as it was then, of a pasted one as it is now. */
export async function expectationsOf(
  core: CoreContext,
  environment: CurrentEnvironment,
  { held }: ReferredToken,
  signal: AbortSignal,
): Promise<Expectations> {
  const { value } = environment
  const own = held ?? (environment.id === null ? undefined : core.session.tokens.get(environment.id)?.held)
  return {
    issuer: value.issuer,
    accessTokenIssuer: accessTokenIssuerOf(core, value),
    audiences: [value.audience, ...value.resource].filter((audience) => audience !== ''),
    client_id: value.client_id,
    scopeAsked: held?.scopeAsked ?? value.scope,
    serverNow: core.ports.now() + (own?.clockOffset ?? 0),
    ...(own !== undefined && { clockOffset: own.clockOffset }),
    binding: held === null ? await bindingInUse(core, environment, signal) : held.binding,
  }
}

/** Null as well when it cannot be read here and now: no source on a network is asked for a comparison. */
async function bindingInUse(
  core: CoreContext,
  environment: CurrentEnvironment,
  signal: AbortSignal,
): Promise<Binding | null> {
  const caller = await prepareApiCall(core, { ...environment, offline: true }, signal)
  return caller.ok ? bindingOf(caller.value) : null
}
