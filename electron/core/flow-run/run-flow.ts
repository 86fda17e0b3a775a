import { hasClientCertificate } from '../../common/endpoints.ts'
import type { FlowChoice, FlowOutcome, FlowProgress, FlowRun } from '../../contract/flow.ts'
import type { CallContext, WithSession, WithWorkspace } from '../core-context.ts'
import { findEnvironment } from '../environment/current-environment.ts'
import { environmentGone } from '../environment/problems.ts'
import { withSandboxApi } from '../environment/sandbox-overlay.ts'
import { problem, problemAt } from '../problem.ts'
import type { ActDeps } from './act.ts'
import { choiceProblems, chosenCall, newRun } from './begin.ts'
import { keeper } from './keep.ts'
import { runActs } from './run-acts.ts'

export type RunDeps = ActDeps & WithWorkspace<'apiCalls' | 'flowRuns'> & WithSession<'flowRuns'>

/** Runs the flow of an environment. A second run of it is refused: both would request, revoke and hold the same token. */
export async function runFlow(deps: RunDeps, choice: FlowChoice, context: CallContext): Promise<FlowOutcome> {
  const environment = findEnvironment(deps, choice.environmentId)
  if (environment === null) return { kind: 'not_sent', problems: [environmentGone] }
  const { flowRuns } = deps.session
  if (flowRuns.has(choice.environmentId)) {
    return { kind: 'not_sent', problems: [problemAt('environmentId', problem('flow_running'))] }
  }
  const found = chosenCall(deps, choice)
  const problems = choiceProblems(choice, environment.value.scope, found)
  if (problems.length > 0 || found === 'gone') return { kind: 'not_sent', problems }
  const call = found && withSandboxApi(found, deps.sandbox.facts(), hasClientCertificate(environment.value))
  const keep = keeper(deps)
  const onRun = (run: FlowRun) => {
    flowRuns.set(run.environmentId, run)
    deps.notify({ kind: 'flow_run', run })
    keep(run)
  }
  const begun = newRun(deps, context.flowId, choice, environment, call)
  const onProgress = (progress: FlowProgress) => deps.notify({ kind: 'flow_progress', progress })
  try {
    const run = await runActs(deps, begun, { choice, call, narrowed: null }, context, { onRun, onProgress })
    return { kind: 'ran', run }
  } finally {
    flowRuns.delete(choice.environmentId)
  }
}
