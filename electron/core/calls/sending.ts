import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { sendApiCall } from '../flow/remembered.ts'

export function sendingCalls(core: CoreContext): Pick<Api<CallContext>, 'sendApiCall'> {
  return { sendApiCall: (input, context) => sendApiCall(core, input, context) }
}
