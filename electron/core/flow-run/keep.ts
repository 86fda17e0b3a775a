import type { FlowRun } from '../../contract/flow.ts'
import { maxFlowRuns } from '../../vocabulary/flow.ts'
import type { WithWorkspace } from '../core-context.ts'
import type { Ports } from '../ports.ts'
import { systemFailureOf } from '../system-failure.ts'
import { interrupted } from './interrupted.ts'
import { summaryOf } from './summary.ts'

/** Of all runs of an environment; 200 usual ones have a fifth of it, those of a server that says much may have more. */
const maxCharacters = 4_000_000

/**
 * Makes what keeps a run as it goes on. While it is under way it is kept as interrupted: should the app end now, that is
 * what it was. A full disk does not stop a run; a warning says so once.
 */
export function keeper({
  workspace: { environments, flowRuns },
  notify,
}: WithWorkspace<'environments' | 'flowRuns'> & Pick<Ports, 'notify'>): (run: FlowRun) => void {
  let isWarned = false
  let isNew = true
  return (run) => {
    // It may have been deleted for good meanwhile.
    if (!environments.isTaken(run.environmentId)) return
    const kept = interrupted(run)
    try {
      flowRuns.put(kept, summaryOf(kept))
      if (isNew) flowRuns.prune(run.environmentId, { runs: maxFlowRuns, characters: maxCharacters })
      isNew = false
    } catch (error) {
      if (!isWarned) notify({ kind: 'flow_run_not_kept', failure: systemFailureOf(error) })
      isWarned = true
    }
  }
}
