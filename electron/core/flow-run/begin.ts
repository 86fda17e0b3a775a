import { flowPlanOf } from '../../common/flow-plan.ts'
import type { ApiCall } from '../../contract/api-call.ts'
import type { FlowActName, FlowChoice, FlowRun } from '../../contract/flow.ts'
import type { FieldProblem } from '../../contract/problem.ts'
import { actsOfScenario } from '../../vocabulary/flow.ts'
import type { WithWorkspace } from '../core-context.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { problem, problemAt } from '../problem.ts'
import type { Ports } from '../ports.ts'
import { scopesOf } from '../../common/scope.ts'

/** The saved call of a choice; null where none was chosen. */
export function chosenCall(
  { workspace }: WithWorkspace<'apiCalls'>,
  { callId, environmentId }: FlowChoice,
): ApiCall | 'gone' | null {
  if (callId === null) return null
  const call = workspace.apiCalls.get(callId)
  return call?.environmentId === environmentId ? call : 'gone'
}

/** What keeps a run from being begun. */
export function choiceProblems(
  { scenario, from, scope }: FlowChoice,
  environmentScope: string,
  call: ApiCall | 'gone' | null,
): FieldProblem[] {
  const acts: readonly FlowActName[] = actsOfScenario[scenario]
  return [
    ...(call === 'gone' ? [problemAt('callId', problem('flow_call_gone'))] : []),
    ...(from !== null && !acts.includes(from) ? [problemAt('from', problem('flow_act_missing', { act: from }))] : []),
    ...(scenario === 'narrow' ? narrowProblems(scope, environmentScope, call) : []),
  ]
}

function narrowProblems(scope: string, environmentScope: string, call: ApiCall | 'gone' | null): FieldProblem[] {
  const own = new Set(scopesOf(environmentScope))
  const wanted = new Set(scopesOf(scope))
  const unknown = [...wanted].filter((one) => !own.has(one)).join(' ')
  const atScope = (found: ReturnType<typeof problem>) => problemAt('scope', found)
  return [
    ...(call === null ? [problemAt('callId', problem('flow_call_missing'))] : []),
    ...(wanted.size === 0 ? [atScope(problem('flow_scope_missing'))] : []),
    ...(unknown === '' ? [] : [atScope(problem('flow_scope_unknown', { scope: unknown }))]),
    ...(wanted.size > 0 && wanted.size === own.size && unknown === '' ? [atScope(problem('flow_scope_whole'))] : []),
  ]
}

/** A run before its first act. `narrow` begins with its token, which is not held and so cannot be used again. */
export function newRun(
  { now }: Pick<Ports, 'now'>,
  id: string,
  choice: FlowChoice,
  { value }: CurrentEnvironment,
  call: ApiCall | null,
): FlowRun {
  const names: readonly FlowActName[] = actsOfScenario[choice.scenario]
  const first = choice.from === null || choice.scenario === 'narrow' ? 0 : names.indexOf(choice.from)
  return {
    id,
    environmentId: choice.environmentId,
    plan: flowPlanOf(value, call, choice),
    state: 'running',
    startedAt: now(),
    ms: null,
    from: first === 0 ? null : choice.from,
    acts: names.map((name, index) => ({
      name,
      state: index < first ? 'left_out' : 'waiting',
      leftOut: index < first ? 'not_asked' : null,
      startedAt: null,
      ms: null,
      exchanges: [],
      moreExchanges: 0,
      result: null,
      findings: [],
    })),
  }
}
