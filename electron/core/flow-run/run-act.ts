import { hundredths } from '../../common/hundredths.ts'
import type { FlowAct, FlowActName, FlowProgress, FlowRun } from '../../contract/flow.ts'
import type { CallContext } from '../core-context.ts'
import type { ActDeps, Situation } from './act.ts'
import { acts } from './acts.ts'
import { maskedEnd } from './masked-end.ts'
import { reportPhases } from './progress.ts'
import { exchangesOf, type Seen, watch } from './watch.ts'

/** What an act came to; `mistake` is what it threw, which is never the doing of a server. */
interface Ended {
  changed: Pick<FlowAct, 'state' | 'ms' | 'exchanges' | 'moreExchanges'> & Partial<FlowAct>
  mistake: { error: unknown } | null
}

/** Does one act of a run. */
export async function runAct(
  deps: ActDeps,
  { run, name, situation, seen }: { run: FlowRun; name: FlowActName; situation: Situation; seen: Seen },
  context: CallContext,
  onProgress: (progress: FlowProgress) => void,
): Promise<Ended> {
  const about = { runId: run.id, environmentId: run.environmentId, act: name }
  const watched = watch(seen, reportPhases(deps, about, onProgress))
  const began = deps.uptime()
  const happened = (exchangeIds: readonly string[]) => {
    watched.end()
    const ms = hundredths(deps.uptime() - began)
    return { ms, ...exchangesOf(deps, seen, watched.exchanges, exchangeIds) }
  }
  try {
    const given = await acts[name].run(deps, situation, { ...context, observer: watched.observer })
    const { state, exchangeIds, ...end } = maskedEnd(deps, situation, seen, given)
    const isCancelled = state === 'failed' && context.signal.aborted
    const changed = { ...end, state: isCancelled ? ('cancelled' as const) : state, ...happened(exchangeIds) }
    return { changed, mistake: null }
  } catch (error) {
    return { changed: { state: 'failed', ...happened([]) }, mistake: { error } }
  }
}
