import { hundredths } from '../../common/hundredths.ts'
import type { FlowAct, FlowProgress, FlowRun } from '../../contract/flow.ts'
import type { CallContext } from '../core-context.ts'
import type { ActDeps, Situation } from './act.ts'
import { acts } from './acts.ts'
import { bounded } from './bounded.ts'
import { stopped } from './interrupted.ts'
import { secretsOfRun } from './one-time-secrets.ts'
import { runAct } from './run-act.ts'
import { replacedToken, tokenOfRun } from './token-of-run.ts'
import type { Seen } from './watch.ts'

export interface Listener {
  /** When an act begins, when it ends, and when the run does. */
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
  const secrets = secretsOfRun(deps, begun.environmentId)
  const token = tokenOfRun(deps, begun.environmentId, seen)
  const began = deps.uptime()
  const { scenario } = begun.plan
  let run = begun
  const change = (index: number, changed: Partial<FlowAct>) => {
    run = { ...run, acts: run.acts.map((act, at) => (at === index ? bounded({ ...act, ...changed }) : act)) }
  }
  const finish = () => {
    secrets.forget()
    run = { ...run, state: stateOf(run.acts), ms: hundredths(deps.uptime() - began), acts: run.acts.map(stopped) }
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
    if (scenario !== 'narrow' && token.isReplaced()) {
      change(index, replacedToken)
      return finish()
    }
    secrets.giveAgain()
    change(index, { state: 'running', startedAt: deps.now() })
    onRun(run)
    const { changed, mistake } = await runAct(deps, { run, name, situation, seen }, context, onProgress)
    change(index, changed)
    if (changed.state === 'failed' || changed.state === 'cancelled') {
      const ended = finish()
      if (mistake !== null) throw mistake.error
      return ended
    }
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
