import type { Api } from '../../contract/calls.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { chainOf } from '../workspace/exchange-chain.ts'

type ExchangeCalls = Pick<Api<CallContext>, 'listExchanges' | 'getExchange' | 'getExchangeChain'>

export function exchangeCalls({ workspace: { exchanges } }: CoreContext): ExchangeCalls {
  return {
    listExchanges: async ({ environmentId, limit }) => exchanges.list(environmentId, limit),
    getExchange: async ({ id }) => exchanges.get(id),
    getExchangeChain: async ({ id }) => chainOf(exchanges, id),
  }
}
