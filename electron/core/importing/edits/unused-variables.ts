import type { ImportEdits } from '../../../contract/import-edits.ts'
import type { ReadEnvironment } from '../read-environments.ts'

/** An environment without the secret variables that are left out and that none of its calls names: nobody needs their values. */
export function withoutUnused(read: ReadEnvironment, leftOut: ImportEdits['secretsLeftOut']): ReadEnvironment {
  const names = new Set(
    leftOut.flatMap(({ environmentId, variable }) => (environmentId === read.id && variable !== '' ? [variable] : [])),
  )
  if (names.size === 0) return read
  const text = JSON.stringify(read.calls)
  const variables = read.value.variables.filter(
    ({ name, secret }) => !secret || !names.has(name) || text.includes(`{{${name}}}`),
  )
  return { ...read, value: { ...read.value, variables } }
}
