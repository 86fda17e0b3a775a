import type { ApiCallSummary } from '../../../electron/contract/api-call.ts'
import { flowPlanOf } from '../../../electron/common/flow-plan.ts'
import type { Environment } from '../../../electron/contract/environment.ts'
import type { FlowPlan, FlowProgress, FlowRun } from '../../../electron/contract/flow.ts'
import { layOver } from '../../../electron/picture/lay-over.ts'
import { pictureOf } from '../../../electron/picture/picture-of.ts'
import type { Picture, Row } from '../../../electron/picture/picture.ts'
import { useApiCalls } from '../../queries/api-calls.ts'
import { useEnvironment } from '../../queries/environments.ts'
import { useFlowRun } from '../../queries/flow-runs.ts'
import { useSandboxStarts } from '../../queries/host-state.ts'
import { chosenFlows } from '../../state/flow-choices.ts'
import { useFlowProgress, useNewestRun } from '../../state/flow-runs.ts'
import { type FlowView, flowViews } from '../../state/flow-views.ts'
import { useKept } from '../../state/kept.ts'
import { choiceOf, type RunnableFlow, scopesOf } from './choice-of.ts'
import { selectedRow } from './selected-row.ts'
import { createShared } from './shared.ts'

/** What the Flow tab shows of an environment. */
export interface Flow {
  environment: Environment
  calls: readonly ApiCallSummary[]
  choice: RunnableFlow
  plan: FlowPlan
  /** The run that is shown; null where the plan is. */
  run: FlowRun | null
  progress: FlowProgress | null
  picture: Picture
  selected: Row | null
  /** What the selected row is of: a run, by its id, or a plan. */
  of: string
  view: FlowView
}

const sharedPlan = createShared<FlowPlan>()
const sharedPicture = createShared<Picture>()

/** Null until all of it is known: while the sandbox starts, its endpoints and secret are not missing but on their way. */
export function useFlow(environmentId: string): Flow | null {
  const environment = useEnvironment(environmentId).data ?? null
  const calls = useApiCalls(environmentId).data
  const [chosen] = useKept(chosenFlows, environmentId)
  const [view] = useKept(flowViews, environmentId)
  const newest = useNewestRun(environmentId)
  const progressNow = useFlowProgress(environmentId)
  const { shown, laidOver } = view
  const earlier = useFlowRun(shown.kind === 'earlier' ? shown.id : null).data ?? null
  const other = useFlowRun(laidOver).data ?? null
  const sandboxStarts = useSandboxStarts(environment?.provider ?? 'standard')
  if (environment === null || calls === undefined || sandboxStarts) return null
  const choice = choiceOf(chosen, calls, scopesOf(environment.scope))
  const call = calls.find(({ id }) => id === choice.callId) ?? null
  const { scenario, tokenChoice, scope } = choice
  const plan = sharedPlan(environmentId, [environment, call, scenario, tokenChoice, scope], () =>
    flowPlanOf(environment, call, choice),
  )
  const run = shown.kind === 'now' ? newest : shown.kind === 'earlier' && earlier?.id === shown.id ? earlier : null
  const progress = run?.state === 'running' ? progressNow : null
  const laid = run === null ? null : other
  const picture = sharedPicture(environmentId, [plan, run, progress, laid], () => {
    const drawn = pictureOf(plan, run, progress)
    return laid === null ? drawn : layOver(drawn, pictureOf(laid.plan, laid, null)).picture
  })
  const of = run?.id ?? 'plan'
  const selected = selectedRow(picture.rows, view.chosenRow, of)
  return { environment, calls, choice, plan, run, progress, picture, selected, of, view }
}
