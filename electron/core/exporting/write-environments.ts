import { newEnvironment } from '../../catalogue/new-environment.ts'
import type { ApiCall } from '../../contract/api-call.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import { type SecretName, secretNameSchema } from '../../contract/secret.ts'
import { byCodePoint } from '../json/canonical-json.ts'
import type { Members } from '../json/json-members.ts'
import { isSupplied } from '../secrets/source.ts'
import { preservedOf } from '../shared-file/preserved-members.ts'
import { travellingCall } from '../shared-file/call-files.ts'
import { formatName, formatVersion } from '../shared-file/shared-file.ts'
import { withUnknown } from '../shared-file/unknown-members.ts'

/** An environment as it is in the workspace, and which of its secrets travel encrypted. */
export interface Shareable {
  id: string
  value: EnvironmentInput
  /** What it keeps of the file that it came from. */
  unknown: Members
  calls: readonly ApiCall[]
  /** Secrets that there are, wherever they are kept. */
  secrets: readonly SecretName[]
  encrypted: readonly SecretName[]
}

/** What would be written, without what is encrypted or signed. */
export interface Shared {
  /** Members of the file that this version does not know. */
  members: Members
  environments: readonly { id: string; name: string; content: unknown }[]
}

export function sharedOf(shareables: readonly Shareable[]): Shared {
  // By id: renaming or reordering moves nothing, and whoever exports the same environments gets the same text.
  const ordered = [...shareables]
  ordered.sort((one, other) => byCodePoint(one.id, other.id))
  const members = ordered.flatMap(({ unknown }) => Object.entries(preservedOf(unknown).file.members ?? {}))
  return {
    members: firstOf(members),
    environments: ordered.map((one) => ({ id: one.id, name: one.value.name, content: contentOf(one) })),
  }
}

/** A file without its signature, member by member; `armor` is what is encrypted. */
export function fileOf({ members, environments }: Shared, armor: readonly string[] | null): Members {
  return {
    ...members,
    format: formatName,
    version: formatVersion,
    environments: environments.map(({ content }) => content),
    ...(armor !== null && { secrets: { age: armor } }),
  }
}

export function contentOf({ id, value, unknown, calls, secrets, encrypted }: Shareable): unknown {
  const preserved = preservedOf(unknown)
  const declared = secretNameSchema.options.filter(
    (name) => isSupplied(value, name) && (secrets.includes(name) || preserved.declaredSecrets.includes(name)),
  )
  const shared = {
    // A workspace of before may lack a member that a new environment has.
    ...newEnvironment,
    ...value,
    id,
    apiCalls: calls.map(travellingCall),
    secrets: Object.fromEntries(
      declared.map((name) => [name, { kind: encrypted.includes(name) ? 'encrypted' : 'omitted' }]),
    ),
  }
  return withUnknown(shared, preserved.environment)
}

/** Of members with the same name, the first. */
function firstOf(members: readonly [string, unknown][]): Members {
  const found = new Map<string, unknown>()
  for (const [name, value] of members) if (!found.has(name)) found.set(name, value)
  return Object.fromEntries(found)
}
