import type { FlowActName, FlowExchange } from '../../contract/flow.ts'
import type { Purpose } from '../../contract/exchange.ts'
import type { Scene } from './scene.ts'

/** What the request of an act is for; the others of an act are made on the way. */
const purposes: Readonly<Record<FlowActName, Purpose | null>> = {
  token: 'token',
  verify: null,
  introspect: 'introspection',
  call: 'api',
  revoke: 'revocation',
  introspect_again: 'introspection',
  call_again: 'api',
}

/** The first and the last request that an act was made for; null where none went out. */
export function mainExchanges({ act, name }: Pick<Scene, 'act' | 'name'>): {
  first: FlowExchange | null
  last: FlowExchange | null
} {
  const main = (act?.exchanges ?? []).filter(({ purpose }) => purpose === purposes[name])
  return { first: main[0] ?? null, last: main.at(-1) ?? null }
}

/** Whether the request under way is the one that the act is for. */
export const isMain = (name: FlowActName, purpose: Purpose): boolean => purposes[name] === purpose
