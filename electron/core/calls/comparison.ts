import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { compareTokens } from '../flow/compare-tokens.ts'

export function comparisonCalls(core: CoreContext): Pick<Api<CallContext>, 'compareTokens'> {
  return { compareTokens: async (sides) => compareTokens(core, sides) }
}
