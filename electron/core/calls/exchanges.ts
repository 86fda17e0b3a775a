import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { lastOutcomes } from '../flow/last-outcomes.ts'
import { chainOf } from '../workspace/exchange-chain.ts'

type ExchangeCalls = Pick<Api<CallContext>, 'listExchanges' | 'getExchange' | 'getExchangeChain' | 'listLastOutcomes'>

export function exchangeCalls(core: CoreContext): ExchangeCalls {
  const { exchanges } = core.workspace
  return {
    listExchanges: async ({ environmentId, limit }) => exchanges.list(environmentId, limit),
    getExchange: async ({ id }) => exchanges.get(id),
    getExchangeChain: async ({ id }) => chainOf(exchanges, id),
    listLastOutcomes: async () => lastOutcomes(core),
  }
}
