import type { Variable } from '../../contract/variable.ts'

/** Where variables are: those of the environment win over those of the workspace. */
export interface Variables {
  environment: readonly Variable[]
  workspace: readonly Variable[]
}

/** The values by name; `secretValue` is asked for each secret one, and gives undefined where there is none. */
export function valuesOf(
  { environment, workspace }: Variables,
  secretValue: (name: string) => string | undefined,
): Map<string, string> {
  const values = new Map(workspace.map(({ name, value }) => [name, value]))
  for (const { name, value, secret } of environment) {
    const own = secret ? secretValue(name) : value
    if (own === undefined) values.delete(name)
    else values.set(name, own)
  }
  return values
}
