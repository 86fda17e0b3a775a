import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { runFlow } from '../flow-run/run-flow.ts'

export function runFlowCalls(core: CoreContext): Pick<Api<CallContext>, 'runFlow'> {
  return { runFlow: (choice, context) => runFlow(core, choice, context) }
}
