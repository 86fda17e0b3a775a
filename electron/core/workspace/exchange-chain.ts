import type { Exchange } from '../../contract/exchange.ts'
import type { ExchangeTable } from './tables/exchanges.ts'

/** A token request that is sent twice and an API call with ten redirects are 13; more than this is a circle. */
const longest = 30

/** The exchanges that led to this one, in order; it is the last. What cannot be read ends the chain there. */
export function chainOf(exchanges: Pick<ExchangeTable, 'get'>, id: string): Exchange[] {
  const chain: Exchange[] = []
  let next: string | null = id
  while (next !== null && chain.length < longest) {
    const found = exchanges.get(next)
    if (found !== null) chain.unshift(found)
    next = found && (found.redirectedFrom ?? found.retryOf ?? found.causedBy)
  }
  return chain
}
