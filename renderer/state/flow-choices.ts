import type { FlowScenario, TokenChoice } from '../../electron/contract/flow.ts'
import { createKept } from './kept.ts'

/** What a person chose to run, as far as they chose. */
export interface ChosenFlow {
  scenario: FlowScenario
  tokenChoice: TokenChoice
  /** Null calls none; undefined is not chosen: the first that is saved. */
  callId: string | null | undefined
  /** What `narrow` asks for, space-separated; undefined is not chosen. */
  scope: string | undefined
}

/** By environment. */
export const chosenFlows = createKept<ChosenFlow>({
  scenario: 'run',
  tokenChoice: 'new',
  callId: undefined,
  scope: undefined,
})
