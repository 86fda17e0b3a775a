import type { Variable } from '../../electron/contract/variable.ts'
import { problemOf } from '../../electron/vocabulary/text-rule.ts'
import {
  indexOfRepeated,
  variableNameRule,
  variableTwice,
  variableValueRule,
} from '../../electron/vocabulary/variable-rules.ts'

/** What is wrong with variables, by the path in their list: `0.name`. */
export function variableProblems(variables: readonly Variable[]): Record<string, string> {
  const problems: Record<string, string> = {}
  for (const [index, { name, value }] of variables.entries()) {
    const ofName = problemOf(variableNameRule, name)
    const ofValue = problemOf(variableValueRule, value)
    if (ofName !== null) problems[`${index}.name`] = ofName
    if (ofValue !== null) problems[`${index}.value`] = ofValue
  }
  const names = variables.map(({ name }) => name.trim())
  const repeated = indexOfRepeated(names)
  if (repeated !== -1) problems[`${repeated}.name`] ??= variableTwice(names[repeated] ?? '')
  return problems
}
