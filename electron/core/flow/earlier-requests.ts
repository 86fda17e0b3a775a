import type { Exchange, ExchangeSummary } from '../../contract/exchange.ts'
import type { WithWorkspace } from '../core-context.ts'
import type { EarlierFacts } from '../diagnosis/facts/earlier-facts.ts'

const looked = 200

/** What is recorded of requests of the same kind that this environment sent before; null where nothing is. */
export function earlierFacts(
  { workspace }: WithWorkspace<'exchanges' | 'secrets'>,
  exchange: Exchange,
): EarlierFacts | null {
  if (exchange.environmentId === null) return null
  const before = workspace.exchanges
    .list(exchange.environmentId, looked)
    .filter(({ id, purpose }) => id !== exchange.id && purpose === exchange.purpose)
  const worked = before.find(isGood)
  const then = worked === undefined ? null : workspace.exchanges.get(worked.id)
  const refused = before.findIndex((one) => one.status === null || isGood(one))
  return {
    workedAt: worked?.startedAt ?? null,
    changed:
      then === null ? [] : [...changesBetween(then, exchange), ...secretSince(workspace, exchange, then.startedAt)],
    inLastMinute: 1 + before.filter(({ startedAt }) => exchange.startedAt - startedAt < 60_000).length,
    refusedInARow: 1 + (refused === -1 ? before.length : refused),
  }
}

const isGood = ({ status }: ExchangeSummary): boolean => status !== null && status >= 200 && status < 300

/** Names of what differs in what two requests said; values that are masked are alike. */
function changesBetween(then: Exchange, now: Exchange): string[] {
  const before = new URLSearchParams(then.request.body?.text ?? '')
  const after = new URLSearchParams(now.request.body?.text ?? '')
  const names = [...new Set([...before.keys(), ...after.keys()])].filter((name) => !/secret|assertion|token/.test(name))
  return [
    ...(then.request.url === now.request.url ? [] : ['url']),
    ...(then.request.clientAuthentication?.method === now.request.clientAuthentication?.method
      ? []
      : ['authentication']),
    ...(then.request.clientAuthentication?.client_id === now.request.clientAuthentication?.client_id
      ? []
      : ['client_id']),
    ...names.filter((name) => name !== 'client_id' && before.getAll(name).join('\n') !== after.getAll(name).join('\n')),
  ]
}

function secretSince(
  { secrets }: WithWorkspace<'secrets'>['workspace'],
  { environmentId }: Exchange,
  workedAt: number,
): string[] {
  const stored = environmentId === null ? [] : secrets.list(environmentId)
  return stored.some(({ name, setAt }) => name === 'client_secret' && setAt > workedAt) ? ['secret'] : []
}
