import type { FlowAct, FlowPlan } from '../../contract/flow.ts'
import type { FieldProblem } from '../../contract/problem.ts'

type Source = FlowPlan['sources'][number]

/** What the reading of secrets over the network can end with, beside the codes that name their source. */
const ofAnySource: ReadonlySet<string> = new Set(['source_unreachable', 'source_redirects', 'source_cancelled'])

/** The problems of an act that are about a source of the plan. */
export function problemsOfSources(
  act: Pick<FlowAct, 'result'> | null,
  sources: FlowPlan['sources'],
): readonly FieldProblem[] {
  if (act?.result?.kind !== 'not_sent') return []
  return act.result.problems.filter((problem) => sources.some((source) => isAbout(problem, source)))
}

/** Whether a problem is about this source: its code says the kind, or what happened to the request says the host. */
export function isAbout({ cause, ...problem }: FieldProblem, { kind, host }: Source): boolean {
  const { code, failure } = cause ?? problem
  if (code.startsWith(`${kind}_`)) return true
  if (code.startsWith('service_account_')) return kind === 'vault'
  const isOfHost = failure === undefined || host === '' || host.split(':')[0] === failure.host
  return ofAnySource.has(code) && isOfHost
}

/** Whether nothing came of the request, or none was made: there is nothing to log in with, or the address is none. */
export const isUnanswered = ({ cause, ...problem }: FieldProblem): boolean =>
  /^source_(?:unreachable|cancelled)$|_(?:token|secret_id|login|region)_missing$|_address_|_endpoint_/.test(
    (cause ?? problem).code,
  )
