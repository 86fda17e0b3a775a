import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { discover, listKeys } from '../flow/discover.ts'

export function discoveryCalls(core: CoreContext): Pick<Api<CallContext>, 'discover' | 'listKeys'> {
  return {
    discover: async (input, context) => discover(core, input, context),
    listKeys: async (input, context) => listKeys(core, input, context),
  }
}
