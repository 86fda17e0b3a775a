import { pathOf } from '../../common/path-of.ts'
import type { FlowExchange } from '../../contract/flow.ts'
import { againFact, keysFact, nonceFact, redirectFact, renewalFact } from '../../wording/flow/extras.ts'
import { stateWords } from '../../wording/flow/states.ts'
import { milliseconds } from '../../wording/milliseconds.ts'
import type { Row } from '../picture.ts'
import { rowOf } from './row.ts'
import { fold } from './fold.ts'
import type { Scene } from './scene.ts'

/** The rows of the exchanges of an act that are not its request: those before it, and those after it. */
export function extrasOf({ act, name }: Scene, main: FlowExchange | null): { before: Row[]; after: Row[] } {
  const exchanges = act?.exchanges ?? []
  const at = main === null ? exchanges.length : exchanges.indexOf(main)
  const rows = exchanges.map((exchange, index) => extraOf(name, exchange, exchanges.slice(0, index), index))
  const hidden = act?.moreExchanges ?? 0
  return {
    before: fold(rows.slice(0, at), main === null ? hidden : 0),
    after: main === null ? [] : fold(rows.slice(at + 1), hidden),
  }
}

function extraOf(name: Scene['name'], exchange: FlowExchange, earlier: readonly FlowExchange[], index: number): Row {
  const previous = earlier.findLast(({ purpose }) => purpose === exchange.purpose) ?? null
  const { icon, facts } = kindOf(exchange, previous, name)
  return rowOf({
    id: `${name}.${icon}.${index}`,
    act: name,
    step: icon,
    icon,
    from: 'app',
    to: exchange.purpose === 'api' ? 'api' : 'server',
    isProxied: exchange.proxy !== null,
    label: `${exchange.method} ${pathOf(exchange.url)}`,
    isBytes: true,
    facts,
    ...drawn(exchange),
    exchangeId: exchange.id,
  })
}

interface Kind {
  icon: 'redirect' | 'nonce' | 'renewal' | 'keys'
  facts: string
}

function kindOf(exchange: FlowExchange, previous: FlowExchange | null, name: Scene['name']): Kind {
  if (exchange.relation === 'redirect') return { icon: 'redirect', facts: redirectFact(exchange, previous) }
  if (exchange.relation === 'nonce') return { icon: 'nonce', facts: nonceFact(previous) }
  switch (exchange.purpose) {
    case 'jwks':
      return { icon: 'keys', facts: keysFact(exchange, false) }
    case 'discovery':
      return { icon: 'keys', facts: keysFact(exchange, true) }
    case 'token':
      return { icon: 'renewal', facts: name === 'token' ? againFact(previous) : renewalFact(exchange) }
    case 'introspection':
    case 'revocation':
    case 'api':
      return { icon: 'renewal', facts: againFact(previous) }
  }
}

function drawn(exchange: FlowExchange): Pick<Row, 'state' | 'result' | 'ms' | 'isBroken'> {
  const { failure, status, purpose, relation, sent } = exchange
  const { total } = exchange.timings
  // That no answer came is said where the answer would be.
  if (failure !== null && relation !== 'first' && sent === 'yes') {
    return { state: 'done', result: stateWords.sent, ms: null, isBroken: false }
  }
  if (failure === 'cancelled') return { state: 'cancelled', result: stateWords.cancelled, ms: total, isBroken: true }
  if (failure !== null) return { state: 'failed', result: stateWords.failed, ms: total, isBroken: true }
  const isNeeded = purpose === 'jwks' || purpose === 'discovery'
  const isRefused = isNeeded && (status ?? 0) >= 400
  return { state: isRefused ? 'failed' : 'done', result: milliseconds(total), ms: total, isBroken: false }
}
