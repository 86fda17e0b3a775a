import type { ImportItem } from '../../../../electron/contract/sharing.ts'
import { itemOf } from './needed-secrets.ts'

/** The secret variables that an import left without a value, of an environment that is here now. */
export interface NeededVariables<Named> {
  environment: Named
  names: readonly string[]
}

/** By environment, in the order of these. `imported` are the ids of what was added, replaced or given calls. */
export function neededVariables<Named extends { id: string; name: string }>(
  items: readonly ImportItem[],
  imported: ReadonlySet<string>,
  environments: readonly Named[],
): NeededVariables<Named>[] {
  const lacking = items.filter(({ missingVariables }) => missingVariables.length > 0)
  if (lacking.length === 0) return []
  return environments.flatMap((environment) => {
    const names = imported.has(environment.id) ? (itemOf(environment, items)?.missingVariables ?? []) : []
    return names.length === 0 ? [] : [{ environment, names }]
  })
}
