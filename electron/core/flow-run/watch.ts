import type { FlowExchange } from '../../contract/flow.ts'
import { maxFlowExchanges } from '../../vocabulary/flow.ts'
import type { FlowObserver, WithWorkspace } from '../core-context.ts'
import type { Mask } from '../redaction/mask.ts'
import { chainOf } from '../workspace/exchange-chain.ts'
import { flowExchangeOf } from './flow-exchange.ts'

/** What a run has seen so far: its exchanges by id, and what hides the secrets that crossed the network in them. */
export interface Seen {
  ids: Set<string>
  masks: Mask[]
}

/** What an act sends, as it happens. */
export interface Watched {
  observer: FlowObserver
  exchanges: FlowExchange[]
  /** Hears of nothing more: a request that another call waits for too goes on after a cancel. */
  end: () => void
}

export function watch(seen: Seen, onRequest: FlowObserver['onRequest']): Watched {
  const exchanges: FlowExchange[] = []
  let isOver = false
  const onExchange: FlowObserver['onExchange'] = (exchange, mask) => {
    if (isOver) return
    seen.ids.add(exchange.id)
    seen.masks.push(mask)
    exchanges.push(flowExchangeOf(exchange))
  }
  const observer: FlowObserver = {
    onRequest: (request) => {
      const onPhase = onRequest(request)
      return (phase) => {
        if (!isOver) onPhase(phase)
      }
    },
    onExchange,
  }
  return { observer, exchanges, end: () => void (isOver = true) }
}

/** All exchanges of an act in order: its own, and those that another call made, which it waited for as well. */
export function exchangesOf(
  { workspace }: WithWorkspace<'exchanges'>,
  seen: Seen,
  own: readonly FlowExchange[],
  exchangeIds: readonly string[],
): { exchanges: FlowExchange[]; moreExchanges: number } {
  const shared = exchangeIds.filter((id) => !seen.ids.has(id)).flatMap((id) => chainOf(workspace.exchanges, id))
  const others = shared.filter(({ id }) => !seen.ids.has(id))
  for (const { id } of others) seen.ids.add(id)
  const all = [...others.map(flowExchangeOf), ...own].toSorted((one, other) => one.startedAt - other.startedAt)
  const exchanges = all.slice(0, maxFlowExchanges)
  return { exchanges, moreExchanges: all.length - exchanges.length }
}
