import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { repeatCall } from '../flow/repeat-call.ts'

export function repetitionCalls(core: CoreContext): Pick<Api<CallContext>, 'repeatApiCall'> {
  return { repeatApiCall: (input, context) => repeatCall(core, input, context) }
}
