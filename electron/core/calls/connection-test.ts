import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { testConnection } from '../flow/test-connection.ts'

export function connectionTestCalls(core: CoreContext): Pick<Api<CallContext>, 'testConnection'> {
  return { testConnection: async (input, context) => testConnection(core, input, context) }
}
