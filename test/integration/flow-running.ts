import type { ApiRequest } from '../../electron/contract/api-call.ts'
import type { Notice } from '../../electron/contract/events.ts'
import type { FlowAct, FlowActName, FlowChoice, FlowOutcome, FlowRun } from '../../electron/contract/flow.ts'
import type { Ports } from '../../electron/core/ports.ts'
import type { SandboxFacts } from '../../electron/contract/sandbox.ts'
import { openTestApi, type TestApi } from './test-api.ts'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'

export interface FlowApi extends TestApi {
  notices: Notice[]
  /** Runs the scenario `run` with a new token and no call, but for what is given. */
  run: (choice: Partial<FlowChoice> & { environmentId: string }, context?: Partial<Context>) => Promise<FlowRun>
  tryRun: (choice: Partial<FlowChoice> & { environmentId: string }, context?: Partial<Context>) => Promise<FlowOutcome>
  /** Saves a call of this URL, with GET unless another method is given; gives its id. */
  saveCall: (environmentId: string, url: string, change?: Partial<ApiRequest>) => Promise<string>
  /** The id of the saved call whose URL ends so. */
  callOf: (environmentId: string, ending: string, method?: 'GET' | 'POST') => Promise<string>
}

interface Context {
  flowId: string
  signal: AbortSignal
}

/** For what a busy computer takes its time over. */
export const patient = { timeout: 20_000 }

let runs = 0

/** The whole of core, with every notice noted. */
export function openFlowApi(facts: SandboxFacts | null, change: Partial<Ports> = {}): FlowApi {
  const notices: Notice[] = []
  const opened = openTestApi(facts, {
    ...change,
    notify: (notice) => {
      notices.push(notice)
      change.notify?.(notice)
    },
  })
  const { api } = opened
  const never = new AbortController().signal
  const tryRun: FlowApi['tryRun'] = (choice, context = {}) => {
    runs += 1
    const plain = { scenario: 'run', tokenChoice: 'new', callId: null, scope: '', from: null } as const
    return api.runFlow({ ...plain, ...choice }, { flowId: `run-${runs}`, signal: never, ...context })
  }
  return {
    ...opened,
    notices,
    tryRun,
    run: async (choice, context) => {
      const outcome = await tryRun(choice, context)
      if (outcome.kind === 'not_sent') throw new Error(`Not run: ${JSON.stringify(outcome.problems)}`)
      return outcome.run
    },
    saveCall: async (environmentId, url, change = {}) => {
      const request = { ...newApiRequest, url, ...change } as const
      const saved = await api.saveApiCall({ environmentId, id: null, request }, { flowId: 'save', signal: never })
      return saved?.id ?? ''
    },
    callOf: async (environmentId, ending, method = 'GET') => {
      const calls = await api.listApiCalls({ environmentId }, { flowId: 'list', signal: never })
      const call = calls.find((one) => one.url.endsWith(ending) && one.method === method)
      if (call === undefined) throw new Error(`There is no call of ${ending}.`)
      return call.id
    },
  }
}

/** The states of a run's acts, by name; what was left out with its reason. */
export const statesOf = ({ acts }: FlowRun): Partial<Record<FlowActName, string>> =>
  Object.fromEntries(acts.map(({ name, state, leftOut }) => [name, leftOut === null ? state : `${state}: ${leftOut}`]))

export function actOf(run: FlowRun, name: FlowActName): FlowAct {
  const act = run.acts.find((one) => one.name === name)
  if (act === undefined) throw new Error(`The run has no act ${name}.`)
  return act
}

/** What each exchange of an act was for, with its relation where it has one. */
export const purposesOf = ({ exchanges }: FlowAct): string[] =>
  exchanges.map(({ purpose, relation }) => (relation === 'first' ? purpose : `${purpose}: ${relation}`))
