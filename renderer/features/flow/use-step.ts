import type { Environment } from '../../../electron/contract/environment.ts'
import type { FlowRun } from '../../../electron/contract/flow.ts'
import { explanationOf } from '../../../electron/picture/explanation.ts'
import { flowFactsOf } from '../../../electron/picture/flow-facts.ts'
import type { Explanation, Row } from '../../../electron/picture/picture.ts'
import { createShared } from './shared.ts'
import { useFlow } from './use-flow.ts'

export interface ShownStep {
  row: Row
  explanation: Explanation
  /** Whether a run is under way; then nothing else is started. */
  isRunning: boolean
  /** Whether the run that is shown is the newest, or none was made. */
  isNow: boolean
  /** Of the run that is shown, newest first. */
  exchangeIds: readonly string[]
}

/** As they are when they are asked for. */
export const factsNow = (environment: Environment, run: FlowRun | null) => flowFactsOf(environment, run, Date.now())

const sharedStep = createShared<ShownStep>()

/** The selected step of the flow; the same object while nothing of it is another. */
export function useStep(environmentId: string): ShownStep | null {
  const flow = useFlow(environmentId)
  if (flow === null || flow.selected === null) return null
  const { environment, plan, run, selected, view } = flow
  const token = run?.acts.find(({ name }) => name === 'token')?.result ?? null
  const of = [environment, plan, run?.plan, run?.state, token, selected, view.shown]
  return sharedStep(environmentId, of, () => ({
    row: selected,
    explanation: explanationOf(run?.plan ?? plan, selected.step, factsNow(environment, run)),
    isRunning: run?.state === 'running',
    isNow: view.shown.kind === 'now',
    exchangeIds: run?.acts.flatMap(({ exchanges }) => exchanges.map(({ id }) => id)).toReversed() ?? [],
  }))
}
