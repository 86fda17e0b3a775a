import type { Environment } from '../../../../electron/contract/environment.ts'
import type { SecretName } from '../../../../electron/contract/secret.ts'
import type { ImportItem } from '../../../../electron/contract/sharing.ts'
import { secretNames } from '../../../../electron/vocabulary/secret-names.ts'

type Known = Pick<Environment, 'id' | 'name' | 'secrets'>

interface Missing {
  environment: Known
  names: readonly SecretName[]
}

/**
 * The secrets that what was imported still needs, with the workspace as it is now. One that was added beside what it met has none
 * of that one's secrets. `imported` are the ids of added and replaced.
 */
export function stillMissing(
  items: readonly ImportItem[],
  imported: readonly string[],
  environments: readonly Known[],
): Missing[] {
  const ids = new Set(imported)
  return environments.flatMap((environment) => {
    if (!ids.has(environment.id)) return []
    const item = itemOf(environment, items)
    const original = environments.find(({ id }) => id !== environment.id && id === item?.existing?.id)
    const names = secretNames.filter(
      (name) =>
        environment.secrets[name].kind === 'none' &&
        (item?.missing.includes(name) === true || (original?.secrets[name].kind ?? 'none') !== 'none'),
    )
    return names.length === 0 ? [] : [{ environment, names }]
  })
}

/** By its id, by the one it replaced, or by its name, to which a number may have been added beside another of that name. */
function itemOf({ id, name }: Known, items: readonly ImportItem[]): ImportItem | undefined {
  return (
    items.find((item) => item.id === id) ??
    items.find((item) => item.existing?.id === id) ??
    items.find((item) => item.name === name) ??
    items.find((item) => name.startsWith(item.name))
  )
}
