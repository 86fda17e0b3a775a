import type { Api } from '../../contract/calls.ts'
import type { HeldToken } from '../../contract/token.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { findEnvironment, usePendingSecrets } from '../environment/current-environment.ts'
import { remembering } from '../flow/last-outcomes.ts'
import { environmentGone } from '../environment/problems.ts'
import { matchesSettings } from '../flow/held-token.ts'
import { obtainToken } from '../flow/obtain-token.ts'
import type { SessionToken } from '../session.ts'

type TokenCalls = Pick<Api<CallContext>, 'requestToken' | 'listTokens' | 'revealToken' | 'copyToken'>

export function tokenCalls(core: CoreContext): TokenCalls {
  const { session } = core
  const present = ([environmentId, { held, tokenCacheKey }]: [string, SessionToken]): HeldToken => {
    const environment = findEnvironment(core, environmentId)
    return { ...held, stale: environment === null || !matchesSettings(tokenCacheKey, environment) }
  }
  return {
    requestToken: async (input, context) => {
      const environment = findEnvironment(core, input.environmentId)
      if (environment === null) return { kind: 'not_sent', problems: [environmentGone] }
      return remembering(core, 'requestToken', input, () =>
        obtainToken(core, usePendingSecrets(core, environment), context),
      )
    },
    listTokens: async () => Array.from(session.tokens, present),
    revealToken: async ({ environmentId }) => session.tokens.get(environmentId)?.accessToken ?? null,
    copyToken: async ({ environmentId }) => {
      const token = session.tokens.get(environmentId)
      if (token !== undefined) core.copySecret(token.accessToken)
      return token !== undefined
    },
  }
}
