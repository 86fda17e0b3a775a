import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { findEnvironment } from '../environment/current-environment.ts'
import { environmentGone } from '../environment/problems.ts'
import { remembering } from '../flow/last-outcomes.ts'
import { revoke } from '../flow/revoke.ts'

export function revocationCalls(core: CoreContext): Pick<Api<CallContext>, 'revokeToken'> {
  return {
    revokeToken: async (input, context) => {
      const environment = findEnvironment(core, input.environmentId)
      if (environment === null) return { kind: 'not_sent', problems: [environmentGone] }
      return remembering(core, 'revokeToken', input, () => revoke(core, environment, context))
    },
  }
}
