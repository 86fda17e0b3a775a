import type { ApiCall } from '../../../electron/contract/api-call.ts'
import type { FlowChoice } from '../../../electron/contract/flow.ts'
import type { ChosenFlow } from '../../state/flow-choices.ts'

/** What is run: what was chosen, and of the rest what is usual. */
export type RunnableFlow = Pick<FlowChoice, 'scenario' | 'tokenChoice' | 'callId' | 'scope'>

/** The first saved call is called; `narrow` leaves out the first scope, which is the likeliest to be needed. */
export function choiceOf(
  { scenario, tokenChoice, callId, scope }: ChosenFlow,
  calls: readonly Pick<ApiCall, 'id'>[],
  scopes: readonly string[],
): RunnableFlow {
  const isThere = callId === null || calls.some(({ id }) => id === callId)
  const asked = scope?.split(' ').filter((one) => scopes.includes(one)) ?? scopes.slice(1)
  return {
    scenario,
    tokenChoice,
    callId: callId !== undefined && isThere ? callId : (calls[0]?.id ?? null),
    scope: asked.join(' '),
  }
}

export const scopesOf = (scope: string): string[] => scope.split(' ').filter((one) => one !== '')
