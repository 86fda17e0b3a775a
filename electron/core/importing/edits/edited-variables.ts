import type { EnvironmentInput } from '../../../contract/environment.ts'
import type { ImportEdits } from '../../../contract/import-edits.ts'
import type { TypedSecrets } from '../../../contract/secret.ts'
import { variableValueRule } from '../../../vocabulary/variable-rules.ts'
import { sealedText, secretValuesIn } from '../../variables/secret-values.ts'
import { scopeOf } from '../drafts/variable-scope.ts'
import type { ReadEnvironment } from '../read-environments.ts'
import { withCarried } from './edited-secrets.ts'

/** Values that a person gave variables, by name. */
export interface VariableValues {
  all: ReadonlyMap<string, string>
  /** Those that some environments have: only where there is none, the value is set. */
  whereEmpty: ReadonlySet<string>
}

/**
 * A variable that the file has no value for everywhere is filled where it has none: stages have values of their own. One that
 * has a value everywhere gets the other one everywhere.
 */
export function variableValues(
  { variables }: Pick<ImportEdits, 'variables'>,
  environments: readonly ReadEnvironment[],
  valuesNeeded: readonly string[],
): VariableValues {
  const all = new Map(Object.entries(variables))
  const whereEmpty = new Set(valuesNeeded.filter((name) => all.has(name)))
  if (all.size > 0)
    for (const { value } of environments)
      for (const row of value.variables)
        if (!row.secret && row.value === '' && all.has(row.name)) whereEmpty.add(row.name)
  return { all, whereEmpty }
}

/** An environment and its secrets with these values. */
export function withVariables(
  read: ReadEnvironment,
  secrets: TypedSecrets,
  { all, whereEmpty }: VariableValues,
): { read: ReadEnvironment; secrets: TypedSecrets } {
  if (!read.value.variables.some(({ name }) => all.has(name))) return { read, secrets }
  const sealed = secretValuesIn(secrets.secret_variables ?? '')
  const variables = read.value.variables.map((row) => {
    const value = all.get(row.name)
    if (value === undefined) return row
    if (row.secret) {
      if (!sealed.has(row.name) || !whereEmpty.has(row.name)) sealed.set(row.name, value)
      return row
    }
    return row.value === '' || !whereEmpty.has(row.name) ? { ...row, value } : row
  })
  return {
    read: { ...read, value: { ...read.value, variables: withNested(variables) } },
    secrets: withCarried(secrets, 'secret_variables', sealedText(sealed)),
  }
}

/** A value that names other variables holds their values: what is in a value is not resolved when a call is sent. */
function withNested(rows: EnvironmentInput['variables']): EnvironmentInput['variables'] {
  if (!rows.some(({ value }) => value.includes('{{'))) return rows
  const scope = scopeOf(
    [],
    rows.filter(({ secret }) => !secret),
  )
  return rows.map(({ name, value, secret }) => {
    const { text, missing } = scope.resolve(value)
    return { name, value: missing.size === 0 && text.length <= variableValueRule.most ? text : value, secret }
  })
}
