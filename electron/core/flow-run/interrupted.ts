import type { FlowAct, FlowRun } from '../../contract/flow.ts'

/** What a run is when it ends here; one that is over stays as it is. */
export function interrupted(run: FlowRun): FlowRun {
  return run.state === 'running' ? { ...run, state: 'interrupted', acts: run.acts.map(ofAct) } : run
}

function ofAct(act: FlowAct): FlowAct {
  if (act.state === 'running') return { ...act, state: 'interrupted' }
  return stopped(act)
}

/** An act that an earlier one keeps from being done. */
export const stopped = (act: FlowAct): FlowAct =>
  act.state === 'waiting' ? { ...act, state: 'left_out', leftOut: 'stopped' } : act
