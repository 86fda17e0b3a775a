import type { ApiRequest } from '../../contract/api-call.ts'
import { mostUrl, resolve, resolveText } from '../../common/variables/resolve.ts'
import { valuesOf } from '../../common/variables/values-of.ts'
import { withTexts } from '../../common/variables/with-texts.ts'
import { variablesIn } from '../../vocabulary/variables.ts'
import type { WithWorkspace } from '../core-context.ts'
import { originOf } from '../secrets/destinations.ts'
import { problem, problemAt } from '../problem.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { notPrepared, type Prepared } from '../environment/problems.ts'
import { readSecret, type ResolveDeps } from '../environment/resolve-environment.ts'
import { secretValuesIn } from './secret-values.ts'
import { variableProblems } from './variable-problems.ts'

type VariableDeps = WithWorkspace<'workspaceVariables'>

/** The request with the values of its variables, or which of them have none. Nothing else of it is checked, and no secret is read. */
export function resolveCall(
  { workspace }: VariableDeps,
  { value }: Pick<CurrentEnvironment, 'value'>,
  request: ApiRequest,
  secretValue: (name: string) => string | undefined,
): Prepared<ApiRequest> {
  const variables = { environment: value.variables, workspace: workspace.workspaceVariables.list() }
  const resolved = resolve(request, valuesOf(variables, secretValue))
  const problems = variableProblems(resolved, value.variables)
  return problems.length > 0 ? notPrepared(...problems) : { ok: true, value: resolved.request }
}

/** A request with the values of its variables, and those among them that must not be shown. */
interface ResolvedCall {
  request: ApiRequest
  hidden: readonly string[]
}

/** The same with the secret variables: their values, or with `names` what was written for them, for which nothing is read. */
export async function resolveSecretCall(
  deps: ResolveDeps & VariableDeps,
  environment: CurrentEnvironment,
  request: ApiRequest,
  secrets: 'values' | 'names',
  signal: AbortSignal,
): Promise<Prepared<ResolvedCall>> {
  const secretNames = secretNamesIn(environment, request)
  const isRead = secrets === 'values' && secretNames.length > 0
  const reading = isRead ? await readSecret(deps, environment, 'secret_variables', signal) : null
  if (reading?.ok === false) return notPrepared(reading.problem)
  const opened = reading === null ? null : secretValuesIn(reading.value)
  const resolved = resolveCall(deps, environment, request, (name) =>
    opened === null ? `{{${name}}}` : opened.get(name),
  )
  if (!resolved.ok) return resolved
  const hidden = opened === null ? [] : secretNames.flatMap((name) => opened.get(name) ?? [])
  const sent = originOf(resolved.value.url)
  const isServerSecret = hidden.length > 0 && sent !== null && sent !== originWithout(deps, environment, request)
  return isServerSecret
    ? notPrepared(problemAt('url', problem('variable_secret_in_server')))
    : { ok: true, value: { request: resolved.value, hidden } }
}

/** Where a call would go with a letter in the place of each secret: a server is shown, and kept when it is allowed. */
function originWithout({ workspace }: VariableDeps, { value }: CurrentEnvironment, { url }: ApiRequest): string | null {
  const variables = { environment: value.variables, workspace: workspace.workspaceVariables.list() }
  const values = valuesOf(variables, () => 'x')
  return originOf(resolveText(url, (text) => text, values, mostUrl).text ?? '')
}

/** The secret variables that a request names. */
export function secretNamesIn({ value }: Pick<CurrentEnvironment, 'value'>, request: ApiRequest): string[] {
  const used = usedIn(request)
  return value.variables.flatMap(({ name, secret }) => (secret && used.has(name) ? [name] : []))
}

function usedIn(request: ApiRequest): ReadonlySet<string> {
  const used = new Set<string>()
  withTexts(request, (text) => {
    for (const name of variablesIn(text)) used.add(name)
    return text
  })
  return used
}
