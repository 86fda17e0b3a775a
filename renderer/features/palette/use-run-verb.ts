import type { ApiCallSummary } from '../../../electron/contract/api-call.ts'
import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import { goToVariables } from '../../go-to-configure.ts'
import { navigate, type Tab } from '../../route.ts'
import { historyOf } from '../../history-of.ts'
import { useEnvironmentActs } from '../../queries/environment-acts.ts'
import { chooseCall } from '../../state/chosen-calls.ts'
import { intend } from '../../state/intents.ts'
import { apiCallSubject } from '../../state/runs.ts'
import type { Verb } from './hits.ts'

/** Opens a saved call and sends it. */
export function sendSavedCall({ environmentId, id }: ApiCallSummary): void {
  chooseCall(environmentId, id)
  navigate({ kind: 'environment', id: environmentId, tab: 'api-calls' })
  intend(apiCallSubject(environmentId, id), 'send')
}

/** Where the acts are done that a screen does itself. */
const placeOf = {
  run_flow: 'flow',
  verify: 'token',
  introspect: 'introspection',
  new_call: 'api-calls',
  run_probes: 'review',
  fill: 'configure',
  test_connection: 'configure',
} as const satisfies Partial<Record<Verb, Tab>>

/** Does with an environment what was chosen, at the place where that is done. */
export function useRunVerb(): (verb: Verb, environment: EnvironmentSummary) => void {
  const acts = useEnvironmentActs()
  return (verb, environment) => {
    const { id } = environment
    const open = (tab: Tab) => navigate({ kind: 'environment', id, tab })
    switch (verb) {
      case 'open':
        return open('flow')
      case 'review':
        return open('review')
      case 'configure':
        return open('configure')
      case 'variables':
        return goToVariables(id, [])
      case 'history':
        return navigate(historyOf(id))
      case 'request':
        return acts.requestToken(environment)
      case 'export':
        return acts.exportOnly(environment)
      default:
        open(placeOf[verb])
        return intend(id, verb)
    }
  }
}
