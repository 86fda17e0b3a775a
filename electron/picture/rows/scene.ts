import type { FlowAct, FlowActName, FlowPlan, FlowProgress } from '../../contract/flow.ts'

/** What the rows of one act are made of. `act` is null where a run does not have it yet, `progress` where nothing is under way. */
export interface Scene {
  plan: FlowPlan
  name: FlowActName
  act: FlowAct | null
  progress: FlowProgress | null
}
