import type { FlowRun, FlowRunSummary } from '../../contract/flow.ts'

const stopping: ReadonlySet<string> = new Set(['failed', 'cancelled', 'interrupted'])

export function summaryOf({ id, plan, state, startedAt, ms, acts }: FlowRun): FlowRunSummary {
  const stoppedAt = acts.find((act) => stopping.has(act.state))?.name ?? null
  return { id, scenario: plan.scenario, state, startedAt, ms, stoppedAt }
}
