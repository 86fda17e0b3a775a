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
  const all = workspace.exchanges
    .list(exchange.environmentId, looked)
    .filter(({ id, isOfProbe }) => id !== exchange.id && isOfProbe !== true)
  const before = all.filter(({ purpose }) => purpose === exchange.purpose)
  const worked = before.find(isGood)
  const then = worked === undefined ? null : workspace.exchanges.get(worked.id)
  const refused = before.findIndex((one) => one.status === null || isGood(one))
  return {
    workedAt: worked?.startedAt ?? null,
    changed:
      then === null ? [] : [...changesBetween(then, exchange), ...secretSince(workspace, exchange, then.startedAt)],
    inLastMinute: 1 + before.filter(({ startedAt }) => exchange.startedAt - startedAt < 60_000).length,
    refusedInARow: 1 + (refused === -1 ? before.length : refused),
    triedOtherEncoding: isOtherEncoding(refusedBefore(workspace, before), exchange),
    credentialsWorkedAt: exchange.purpose === 'token' ? null : workedAsClient(workspace, all, exchange),
  }
}

const isGood = ({ status }: ExchangeSummary): boolean => status !== null && status >= 200 && status < 300

type Exchanges = WithWorkspace<'exchanges'>['workspace']

function refusedBefore({ exchanges }: Exchanges, [last]: readonly ExchangeSummary[]): Exchange | null {
  return last === undefined || isGood(last) ? null : exchanges.get(last.id)
}

function isOtherEncoding(before: Exchange | null, now: Exchange): boolean {
  const [one, other] = [before?.request.clientAuthentication ?? null, now.request.clientAuthentication]
  return isSameClient(one, other) && one?.basicEncoding !== other?.basicEncoding
}

type Client = Exchange['request']['clientAuthentication']

const isSameClient = (one: Client, other: Client): boolean =>
  one !== null && other !== null && one.client_id === other.client_id && one.method === other.method

/** When the client of this request got its last token. */
function workedAsClient({ exchanges }: Exchanges, all: readonly ExchangeSummary[], now: Exchange): number | null {
  const last = all.find((one) => one.purpose === 'token' && isGood(one))
  const issued = last === undefined ? null : exchanges.get(last.id)
  return isSameClient(issued?.request.clientAuthentication ?? null, now.request.clientAuthentication)
    ? (issued?.startedAt ?? null)
    : null
}

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
