import { fileItself } from '../../wording/exported.ts'
import type { SaveProblem } from '../../contract/save-problem.ts'
import type { ExportPreview } from '../../contract/sharing.ts'
import type { SecretName } from '../../contract/secret.ts'
import type { WithWorkspace } from '../core-context.ts'
import { type AllSecretsDeps, allSecrets, presentSecrets, readSecrets } from '../environment/all-secrets.ts'
import type { CarriedByEnvironment } from '../shared-file/shared-file.ts'
import { type KnownSecrets, knownSecrets } from './known-secrets.ts'
import { type FoundLeak, scan } from './scan.ts'
import { type Shareable, type Shared, sharedOf } from './write-environments.ts'

export type GatherDeps = AllSecretsDeps & WithWorkspace<'apiCalls'>

export interface Gathered {
  shareables: readonly Shareable[]
  shared: Shared
  /** By environment and name: what will be encrypted. */
  carried: CarriedByEnvironment
  unreadable: ExportPreview['unreadable']
}

/** Built-in environments are left out: every copy of the app has its own, with what its own sandbox made. */
export async function gather(
  deps: GatherDeps,
  environmentIds: readonly string[],
  isCarrying: boolean,
): Promise<Gathered> {
  const { environments, apiCalls } = deps.workspace
  const carried: Record<string, Partial<Record<SecretName, string>>> = {}
  const unreadable: ExportPreview['unreadable'][number][] = []
  const shareables: Shareable[] = []
  for (const id of new Set(environmentIds)) {
    const stored = environments.get(id)
    if (stored === null || stored.builtIn) continue
    const read = isCarrying ? await readSecrets(deps, stored) : null
    const encrypted = [...(read?.values.keys() ?? [])]
    if (read !== null && encrypted.length > 0) carried[id] = Object.fromEntries(read.values)
    unreadable.push(...(read?.unreadable ?? []))
    shareables.push({
      id,
      value: stored.value,
      unknown: stored.unknown ?? {},
      calls: apiCalls.list(id),
      secrets: presentSecrets(deps, id),
      encrypted,
    })
  }
  return { shareables, shared: sharedOf(shareables), carried, unreadable }
}

/** How many environments, calls and secrets were gathered. */
export const countsOf = ({ shareables }: Gathered) => ({
  environments: shareables.length,
  apiCalls: shareables.reduce((sum, { calls }) => sum + calls.length, 0),
  secrets: shareables.reduce((sum, { secrets }) => sum + secrets.length, 0),
})

export interface Search {
  found: readonly FoundLeak[]
  unreadable: ExportPreview['unreadable']
  known: KnownSecrets
}

/** Looks through the environments and, where they travel, the members of the file that this version does not know. */
export async function search(deps: AllSecretsDeps, { shared }: Gathered, hasMembers: boolean): Promise<Search> {
  const { values, unreadable } = await allSecrets(deps)
  const known = knownSecrets(values)
  const whole = hasMembers ? [{ id: '', name: fileItself, content: shared.members }] : []
  return { found: await scan([...shared.environments, ...whole], known), unreadable, known }
}

/** Places that a refusal names; the others are counted. */
const mostPlaces = 5

/** Why nothing is written; null where nothing that was found keeps it from that. */
export function secretInClear(found: readonly FoundLeak[]): SaveProblem | null {
  const fatal = found.filter((one) => one.fatal)
  if (fatal.length === 0) return null
  const places = fatal.slice(0, mostPlaces).map(({ leak: { environmentName, place, kind } }) => ({
    what: kind === 'private_key' ? ('private_key' as const) : ('known_secret' as const),
    place,
    environment: environmentName,
  }))
  return { code: 'secret_in_clear', evidence: { places, more: fatal.length - places.length } }
}
