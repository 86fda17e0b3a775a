import type { FieldProblem } from '../../contract/problem.ts'
import type { Variable } from '../../contract/variable.ts'
import type { Resolved } from '../../common/variables/resolve.ts'
import { problem, problemAt } from '../problem.ts'

/** Problems that are named; a text may name any number of variables. */
const mostNamed = 20

/** What keeps a request with variables from being sent: each variable without a value is named once for each place. */
export function variableProblems(
  { missing, tooLong }: Pick<Resolved, 'missing' | 'tooLong'>,
  variables: readonly Variable[],
): FieldProblem[] {
  const isSecret = new Set(variables.flatMap(({ name, secret }) => (secret ? [name] : [])))
  const problems = new Map<string, FieldProblem>()
  for (const { name, field } of missing) {
    const place = placeOf(field)
    const code = isSecret.has(name) ? 'variable_secret_not_set' : 'variable_missing'
    const key = `${place} ${name}`
    if (!problems.has(key)) problems.set(key, problemAt(field, problem(code, { name, place })))
    if (problems.size === mostNamed) break
  }
  return [
    ...problems.values(),
    ...tooLong.slice(0, 1).map((field) => problemAt(field, problem('variables_too_long', { place: placeOf(field) }))),
  ]
}

const placeOf = (field: string): string => field.split('.', 1)[0] ?? field
