import type { Api } from '../../contract/calls.ts'
import type { HeldToken } from '../../contract/token.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { findEnvironment } from '../environment/current-environment.ts'
import { matchesSettings } from '../flow/settings-key.ts'
import type { SessionToken } from '../session.ts'

/** What the first picture shows of tokens. */
export function heldTokenCalls(core: CoreContext): Pick<Api<CallContext>, 'listTokens'> {
  const present = ([environmentId, { held, tokenCacheKey }]: [string, SessionToken]): HeldToken => {
    const environment = findEnvironment(core, environmentId)
    return { ...held, stale: environment === null || !matchesSettings(tokenCacheKey, environment) }
  }
  return { listTokens: async () => Array.from(core.session.tokens, present) }
}
