import type { Binding } from '../../contract/token.ts'
import type { Expectations } from '../token/verify/checks.ts'
import { knownMetadata } from './known-metadata.ts'
import type { WithSession } from '../core-context.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { bindingOf, type PrepareDeps, prepareApiCall } from '../client/prepared-client.ts'
import type { ReferredToken } from './resolve-token.ts'

export type ExpectationDeps = PrepareDeps & WithSession<'tokens' | 'metadata'>

/** What an environment expects of a token: of one that it held as it was then, of a pasted one as it is now. */
export async function expectationsOf(
  deps: ExpectationDeps,
  environment: CurrentEnvironment,
  { held }: ReferredToken,
  signal: AbortSignal,
): Promise<Expectations> {
  const { value } = environment
  const own = held ?? (environment.id === null ? undefined : deps.session.tokens.get(environment.id)?.held)
  return {
    issuer: value.issuer,
    accessTokenIssuer: knownMetadata(deps, value)?.access_token_issuer ?? null,
    audiences: [value.audience, ...value.resource].filter((audience) => audience !== ''),
    client_id: value.client_id,
    scopeAsked: held?.scopeAsked ?? value.scope,
    serverNow: deps.now() + (own?.clockOffset ?? 0),
    ...(own !== undefined && { clockOffset: own.clockOffset }),
    binding: held === null ? await bindingInUse(deps, environment, signal) : held.binding,
  }
}

/** Null as well when it cannot be read here and now: no source on a network is asked for a comparison. */
async function bindingInUse(
  deps: ExpectationDeps,
  environment: CurrentEnvironment,
  signal: AbortSignal,
): Promise<Binding | null> {
  const caller = await prepareApiCall(deps, { ...environment, offline: true }, signal)
  return caller.ok ? bindingOf(caller.value) : null
}
