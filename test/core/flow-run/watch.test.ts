import { expect, test } from 'vitest'
import type { Exchange } from '../../../electron/contract/exchange.ts'
import { flowExchangeOf } from '../../../electron/core/flow-run/flow-exchange.ts'
import { exchangesOf, type Seen, watch } from '../../../electron/core/flow-run/watch.ts'
import { maxFlowExchanges } from '../../../electron/vocabulary/flow.ts'
import { exchange } from '../evidence/exchange.ts'
import { openWorkspace } from '../../../electron/core/workspace/workspace.ts'

const made = (id: string, startedAt: number, change: Partial<Exchange> = {}): Exchange => ({
  ...exchange,
  id,
  startedAt,
  redirectedFrom: null,
  retryOf: null,
  causedBy: null,
  ...change,
})

const empty = openWorkspace(':memory:').exchanges

/** What is recorded, by id. */
function recorded(...exchanges: Exchange[]) {
  const byId = new Map(exchanges.map((each) => [each.id, each]))
  return {
    workspace: {
      exchanges: { ...empty, get: (id: string) => byId.get(id) ?? null },
    },
  }
}

const nothingSeen = (): Seen => ({ ids: new Set(), masks: [] })

test('the exchanges of an act are in the order in which they were made, with what each follows', () => {
  const seen = nothingSeen()
  const { observer, exchanges } = watch(seen, () => () => {})
  observer.onExchange(made('second', 2, { retryOf: 'first' }), (text) => text)
  observer.onExchange(made('first', 1), (text) => text)
  observer.onExchange(made('third', 3, { redirectedFrom: 'second' }), (text) => text)
  expect(exchangesOf(recorded(), seen, exchanges, ['first', 'third'])).toMatchObject({
    exchanges: [
      { id: 'first', relation: 'first' },
      { id: 'second', relation: 'nonce' },
      { id: 'third', relation: 'redirect' },
    ],
    moreExchanges: 0,
  })
})

test('a request that another call made and this one waited for belongs to the act, with what led to it', () => {
  const seen = nothingSeen()
  const deps = recorded(made('asked', 1), made('again', 2, { retryOf: 'asked' }))
  const { exchanges } = exchangesOf(deps, seen, [flowExchangeOf(made('own', 3))], ['again'])
  expect(exchanges.map(({ id }) => id)).toEqual(['asked', 'again', 'own'])
  // What an act had is not of the next.
  expect(exchangesOf(deps, seen, [], ['again']).exchanges).toEqual([])
})

test(`of more than ${maxFlowExchanges} exchanges the first are kept, and the others are counted`, () => {
  const own = Array.from({ length: maxFlowExchanges + 7 }, (_, index) => flowExchangeOf(made(`e${index}`, index)))
  const { exchanges, moreExchanges } = exchangesOf(recorded(), nothingSeen(), own, [])
  expect(exchanges).toHaveLength(maxFlowExchanges)
  expect(exchanges[0]?.id).toBe('e0')
  expect(moreExchanges).toBe(7)
})

test('what goes on after an act is over, because another call waits for it, is heard no more', () => {
  const seen = nothingSeen()
  const phases: string[] = []
  const { observer, exchanges, end } = watch(seen, () => (phase) => void phases.push(phase))
  const onPhase = observer.onRequest({ purpose: 'token', method: 'POST', url: 'https://as.example/' })
  onPhase('send')
  end()
  onPhase('wait')
  observer.onExchange(made('late', 1), (text) => text)
  expect(phases).toEqual(['send'])
  expect(exchanges).toEqual([])
})
