import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { findEnvironment } from '../environment/current-environment.ts'
import { environmentGone } from '../environment/problems.ts'
import { heldToken, pastedToken } from '../flow/asked-token.ts'
import { remembering } from '../flow/last-outcomes.ts'
import { introspect } from '../flow/introspect.ts'

export function introspectionCalls(core: CoreContext): Pick<Api<CallContext>, 'introspectToken' | 'introspectPasted'> {
  return {
    introspectToken: async (input, context) => {
      const environment = findEnvironment(core, input.environmentId)
      if (environment === null) return { kind: 'not_sent', problems: [environmentGone] }
      const held = core.session.tokens.get(input.environmentId)
      const token = held && heldToken(held)
      return remembering(core, 'introspectToken', input, () =>
        introspect(core, environment, token, input.style, context),
      )
    },

    introspectPasted: async ({ environmentId, token }, context) => {
      const environment = findEnvironment(core, environmentId)
      if (environment === null) return { kind: 'not_sent', problems: [environmentGone] }
      return introspect(core, environment, pastedToken(token), environment.value.introspection, context)
    },
  }
}
