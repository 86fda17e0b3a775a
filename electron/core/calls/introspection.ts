import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { findEnvironment } from '../environment/current-environment.ts'
import { environmentGone } from '../environment/problems.ts'
import { remembering } from '../flow/last-outcomes.ts'
import { introspect } from '../flow/introspect.ts'

export function introspectionCalls(core: CoreContext): Pick<Api<CallContext>, 'introspectToken'> {
  return {
    introspectToken: async (input, context) => {
      const environment = findEnvironment(core, input.environmentId)
      if (environment === null) return { kind: 'not_sent', problems: [environmentGone] }
      return remembering(core, 'introspectToken', input, () => introspect(core, environment, input.style, context))
    },
  }
}
