import type { FlowRunSummary } from '../../../electron/contract/flow.ts'

/** Those that are over. */
export const endedRuns = (runs: readonly FlowRunSummary[]): FlowRunSummary[] =>
  runs.filter(({ state }) => state !== 'running')

/** Those that may be laid over the one that is shown, which begin with the same scenario; none where a plan is shown. */
export function comparableRuns(
  runs: readonly FlowRunSummary[],
  shown: Pick<FlowRunSummary, 'id' | 'scenario' | 'state'> | null,
): FlowRunSummary[] {
  if (shown === null || shown.state === 'running') return []
  return endedRuns(runs).filter(({ id, scenario }) => id !== shown.id && scenario === shown.scenario)
}
