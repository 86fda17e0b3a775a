import type { FlowPlan, FlowProgress, FlowRun } from '../../contract/flow.ts'
import type { Credential } from '../flow-facts.ts'
import type { Panel } from '../picture.ts'
import { idlePanel } from './idle.ts'
import { overPanel } from './over.ts'
import { runningPanel } from './running.ts'

/** What is above the picture: what a run needs, what it waits for, or what came of it. */
export function panelOf(
  plan: FlowPlan,
  run: FlowRun | null,
  progress: FlowProgress | null,
  credential: Credential,
): Panel {
  if (run === null) return idlePanel(plan, credential)
  if (run.state !== 'running') return overPanel(run)
  return runningPanel(run, progress?.runId === run.id ? progress : null)
}
