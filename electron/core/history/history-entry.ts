import type { Exchange, ExchangeSummary } from '../../contract/exchange.ts'
import type { Conclusion, HistoryEntry } from '../../contract/history.ts'
import type { WithWorkspace } from '../core-context.ts'

type EntryDeps = WithWorkspace<'exchanges' | 'exchangeMarks' | 'flowRuns'>

/** An exchange with all that is kept with it; null when it is no longer there. */
export async function historyEntry(deps: EntryDeps, id: string): Promise<HistoryEntry | null> {
  const { exchanges, exchangeMarks, flowRuns } = deps.workspace
  const exchange = exchanges.get(id)
  if (exchange === null) return null
  const conclusion = exchanges.conclusionOf(id)
  const hasFlowRun = flowRuns.get(exchange.flowId) !== null
  const solvedBy = hasFailed(exchange, conclusion) ? await solutionOf(deps, exchange) : null
  const isInMemory = exchanges.isInMemory(id)
  return { exchange, conclusion, ...exchangeMarks.get(id), isInMemory, hasFlowRun, solvedBy }
}

const isRefusal = (status: number | null): boolean => status === null || status >= 400

const hasFailed = ({ response }: Exchange, conclusion: Conclusion | null): boolean =>
  conclusion === null ? isRefusal(response?.status ?? null) : conclusion.verdict === 'failed'

/** A step of some milliseconds. */
const lookedAtOnce = 100

/** The next of the same method and URL that did not fail. All that came after may have to be looked at: in steps. */
async function solutionOf(
  { workspace: { exchanges } }: EntryDeps,
  failed: Exchange,
): Promise<HistoryEntry['solvedBy']> {
  let from = failed.startedAt
  for (;;) {
    const later = exchanges.sentAfter(failed, from, lookedAtOnce)
    const found = later.find((one) => isSame(one, failed) && isGood(one, exchanges.conclusionOf(one.id)))
    if (found !== undefined) return { id: found.id, startedAt: found.startedAt }
    const last = later.at(-1)
    if (last === undefined) return null
    from = last.startedAt
    await new Promise((resolve) => setImmediate(resolve))
  }
}

const isSame = ({ purpose, method, url }: ExchangeSummary, { purpose: ofIt, request }: Exchange): boolean =>
  purpose === ofIt && method === request.method && url === request.url

const isGood = ({ status }: ExchangeSummary, conclusion: Conclusion | null): boolean =>
  !isRefusal(status) && conclusion?.verdict !== 'failed'
