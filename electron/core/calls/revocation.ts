import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { findEnvironment } from '../environment/current-environment.ts'
import { environmentGone } from '../environment/problems.ts'
import { revoke } from '../flow/revoke.ts'

export function revocationCalls(core: CoreContext): Pick<Api<CallContext>, 'revokeToken'> {
  return {
    revokeToken: async ({ environmentId }, context) => {
      const environment = findEnvironment(core, environmentId)
      if (environment === null) return { kind: 'not_sent', problems: [environmentGone] }
      return revoke(core, environment, context)
    },
  }
}
