import { oneLine } from '../../common/one-line.ts'
import type { FlowAct, FlowProgress, FlowRun } from '../../contract/flow.ts'
import { betweenRequests, runningReason, runningTitle } from '../../wording/flow/running.ts'
import { phaseNames } from '../../wording/flow/states.ts'
import type { Panel } from '../picture.ts'
import { isMain } from '../rows/main-exchange.ts'
import { passedOf } from './passed.ts'

/** While a run is under way: what it waits for, and what passed so far. */
export function runningPanel({ acts, plan }: FlowRun, progress: FlowProgress | null): Panel {
  const passed = passedOf(acts)
  if (progress === null) {
    const words = betweenRequests(runningAct(acts), plan.sources.length > 0)
    return { kind: 'running', ...words, phases: [], passed }
  }
  const { act, purpose, phase, elapsed } = progress
  return {
    kind: 'running',
    title: oneLine(runningTitle(progress, isMain(act, purpose))),
    reason: oneLine(runningReason(progress)),
    phases: [
      ...elapsed.map((over) => ({ name: phaseNames[over.phase], ms: over.ms, isOver: true })),
      { name: phaseNames[phase], ms: null, isOver: false },
    ],
    passed,
  }
}

const runningAct = (acts: readonly FlowAct[]): FlowAct['name'] | null =>
  acts.find(({ state }) => state === 'running')?.name ?? null
