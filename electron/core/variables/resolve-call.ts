import type { ApiRequest } from '../../contract/api-call.ts'
import { resolve } from '../../common/variables/resolve.ts'
import { valuesOf } from '../../common/variables/values-of.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { notPrepared, type Prepared } from '../environment/problems.ts'
import { variableProblems } from './variable-problems.ts'

const noValue = (): undefined => undefined

/** The request with the values of its variables, or which of them have none. Nothing else of it is checked. */
export function resolveCall(
  { value }: Pick<CurrentEnvironment, 'value'>,
  request: ApiRequest,
  secretValue: (name: string) => string | undefined = noValue,
): Prepared<ApiRequest> {
  const values = valuesOf({ environment: value.variables, workspace: [] }, secretValue)
  const resolved = resolve(request, values)
  const problems = variableProblems(resolved, value.variables)
  return problems.length > 0 ? notPrepared(...problems) : { ok: true, value: resolved.request }
}
