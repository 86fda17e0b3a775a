import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { revokeToken } from '../flow/remembered.ts'

export function revocationCalls(core: CoreContext): Pick<Api<CallContext>, 'revokeToken'> {
  return { revokeToken: (input, context) => revokeToken(core, input, context) }
}
