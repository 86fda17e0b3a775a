import type { ImportEdits } from '../../../contract/import-edits.ts'
import { namedByCalls } from '../call-servers.ts'
import type { ReadEnvironment } from '../read-environments.ts'

/** An environment without the secret variables that are left out and that none of its calls names: nobody needs their values. */
export async function withoutUnused(
  read: ReadEnvironment,
  leftOut: ImportEdits['secretsLeftOut'],
): Promise<ReadEnvironment> {
  const names = leftOut.flatMap(({ environmentId, variable }) =>
    environmentId === read.id && variable !== '' ? [variable] : [],
  )
  if (names.length === 0) return read
  const named = await namedByCalls(read.calls, names)
  const unused = new Set(names.filter((name) => !named.has(name)))
  const variables = read.value.variables.filter(({ name, secret }) => !secret || !unused.has(name))
  return { ...read, value: { ...read.value, variables } }
}
