import { actsOfScenario } from '../vocabulary/flow.ts'
import type { FlowActName, FlowPlan, FlowProgress, FlowRun } from '../contract/flow.ts'
import { lanesOf } from './lanes.ts'
import type { Picture, Row } from './picture.ts'
import { callRows } from './rows/call.ts'
import { introspectRows } from './rows/introspect.ts'
import { revokeRows } from './rows/revoke.ts'
import type { Scene } from './rows/scene.ts'
import { tokenRows } from './rows/token.ts'
import { verifyRows } from './rows/verify.ts'

const rowsOf: Readonly<Record<FlowActName, (scene: Scene) => Row[]>> = {
  token: tokenRows,
  verify: verifyRows,
  introspect: introspectRows,
  call: callRows,
  revoke: revokeRows,
  introspect_again: introspectRows,
  call_again: callRows,
}

/** What would happen, happens or happened: a run by its own plan, else the plan. */
export function pictureOf(plan: FlowPlan, run: FlowRun | null, progress: FlowProgress | null): Picture {
  const shown = run?.plan ?? plan
  const acts = run?.acts ?? []
  const underWay = progress !== null && progress.runId === run?.id ? progress : null
  const rows = actsOfScenario[shown.scenario].flatMap((name) =>
    rowsOf[name]({
      plan: shown,
      name,
      act: acts.find((act) => act.name === name) ?? null,
      progress: underWay?.act === name ? underWay : null,
    }),
  )
  return { lanes: lanesOf(shown, acts), rows }
}
