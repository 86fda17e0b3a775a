import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { discover, listKeys } from '../flow/discover.ts'

export function discoveryCalls(core: CoreContext): Pick<Api<CallContext>, 'discover' | 'listKeys'> {
  return {
    discover: async (input, { signal }) => discover(core, input, signal),
    listKeys: async (input, { signal }) => listKeys(core, input, signal),
  }
}
