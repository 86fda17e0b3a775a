import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { findEnvironment } from '../environment/current-environment.ts'
import { environmentGone } from '../environment/problems.ts'
import { pastedToken } from '../flow/asked-token.ts'
import { introspect } from '../flow/introspect.ts'
import { introspectToken } from '../flow/remembered.ts'

export function introspectionCalls(core: CoreContext): Pick<Api<CallContext>, 'introspectToken' | 'introspectPasted'> {
  return {
    introspectToken: (input, context) => introspectToken(core, input, context),

    introspectPasted: async ({ environmentId, token }, context) => {
      const environment = findEnvironment(core, environmentId)
      if (environment === null) return { kind: 'not_sent', problems: [environmentGone] }
      return introspect(core, environment, pastedToken(token), environment.value.introspection, context)
    },
  }
}
