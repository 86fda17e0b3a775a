import type { FlowRun } from '../../contract/flow.ts'
import { notedAct } from '../../wording/flow/noted.ts'

/** What is to know of a run that worked: of its last act with something to know, which the others lead to. Null where there is nothing. */
export function notedWords({ acts, plan }: FlowRun): { title: string; reason: string } | null {
  const act = acts.findLast(({ state }) => state === 'noted')
  return act === undefined ? null : notedAct(plan.scenario, act)
}
