import type { FlowAct, FlowProgress, FlowRun } from '../../contract/flow.ts'
import type { CallContext } from '../core-context.ts'
import type { ActDeps, ActEnd, Situation } from './act.ts'
import { acts } from './acts.ts'
import { bounded } from './bounded.ts'
import { stopped } from './interrupted.ts'
import { maskedEnd } from './masked-end.ts'
import { reportPhases } from './progress.ts'
import { exchangesOf, type Seen, watch } from './watch.ts'

export interface Listener {
  onRun: (run: FlowRun) => void
  onProgress: (progress: FlowProgress) => void
}

/** Does the acts of a run one after the other, until one fails or the signal aborts. What it throws is a mistake of ours. */
export async function runActs(
  deps: ActDeps,
  begun: FlowRun,
  situation: Situation,
  context: CallContext,
  { onRun, onProgress }: Listener,
): Promise<FlowRun> {
  const seen: Seen = { ids: new Set(), masks: [] }
  const began = deps.uptime()
  let run = begun
  const change = (index: number, changed: Partial<FlowAct>) => {
    run = { ...run, acts: run.acts.map((act, at) => (at === index ? bounded({ ...act, ...changed }) : act)) }
  }
  const finish = () => {
    run = { ...run, state: stateOf(run.acts), ms: deps.uptime() - began, acts: run.acts.map(stopped) }
    onRun(run)
    return run
  }
  for (const [index, { name, state }] of run.acts.entries()) {
    if (state !== 'waiting') continue
    const leftOut = acts[name].leftOut(deps, situation)
    if (leftOut !== null) {
      change(index, { state: 'left_out', leftOut })
      continue
    }
    if (context.signal.aborted) {
      change(index, { state: 'cancelled' })
      return finish()
    }
    const startedAt = deps.now()
    const actBegan = deps.uptime()
    change(index, { state: 'running', startedAt })
    onRun(run)
    const about = { runId: run.id, environmentId: run.environmentId, act: name }
    const { observer, exchanges } = watch(seen, reportPhases(deps, about, onProgress))
    const over = (end: ActEnd | null) => ({
      ms: deps.uptime() - actBegan,
      ...exchangesOf(deps, seen, exchanges, end?.exchangeIds ?? []),
    })
    let end: ActEnd
    try {
      end = maskedEnd(deps, situation, seen, await acts[name].run(deps, situation, { ...context, observer }))
    } catch (error) {
      change(index, { state: 'failed', ...over(null) })
      finish()
      throw error
    }
    const { result, findings } = end
    const isCancelled = end.state === 'failed' && context.signal.aborted
    const ended = isCancelled ? 'cancelled' : end.state
    change(index, { state: ended, result, findings, ...over(end) })
    if (ended === 'cancelled' || ended === 'failed') return finish()
    onRun(run)
  }
  return finish()
}

/** That of the act that stopped it. A revocation that cannot be made leaves nothing to prove. */
function stateOf(all: readonly FlowAct[]): 'passed' | 'noted' | 'failed' | 'cancelled' {
  const states = new Set(all.map(({ state }) => state))
  if (states.has('failed')) return 'failed'
  if (states.has('cancelled')) return 'cancelled'
  const isNoted = states.has('noted') || all.some(({ leftOut }) => leftOut === 'no_revocation_endpoint')
  return isNoted ? 'noted' : 'passed'
}
