import type { EnvironmentInput } from '../contract/environment.ts'
import { say } from './say.ts'

/** The environment of this name or id; where none or several fit, it says which there are, and gives null. */
export function environmentNamed<Named extends { id: string; value: Pick<EnvironmentInput, 'name'> }>(
  all: readonly Named[],
  name: string,
): Named | null {
  const found = all.filter(({ id, value }) => id === name || value.name === name)
  const [environment] = found
  if (environment !== undefined && found.length === 1) return environment
  say(found.length > 1 ? `Several environments are named "${name}": use an id.` : `No environment "${name}".`)
  for (const { id, value } of found.length > 1 ? found : all) say(`  ${id}  ${value.name}`)
  return null
}
