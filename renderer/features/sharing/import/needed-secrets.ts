import type { CallOutput } from '../../../../electron/contract/calls.ts'
import type { SecretName } from '../../../../electron/contract/secret.ts'
import type { ImportItem } from '../../../../electron/contract/sharing.ts'
import { secretNames } from '../../../../electron/vocabulary/secret-names.ts'

type Known = { name: string } & CallOutput<'listSecretStates'>[number]

/** A secret that somebody who imported an environment has to supply. */
export interface NeededSecret {
  environmentId: string
  name: SecretName
  /** The servers and proxies that would receive it, or what is signed with it; none where it stays here. */
  sentTo: readonly string[]
}

export const keyOf = ({ environmentId, name }: Pick<NeededSecret, 'environmentId' | 'name'>): string =>
  `${environmentId} ${name}`

/**
 * The secrets that what was imported needs and lacks, with the workspace as it is now: those that the file names, those
 * without which the client cannot authenticate, and of one that was added beside what it met, those of that one. `imported`
 * are the ids of added and replaced.
 */
export function neededSecrets(
  items: readonly ImportItem[],
  imported: readonly string[],
  environments: readonly Known[],
): NeededSecret[] {
  const ids = new Set(imported)
  return environments.flatMap((environment) => {
    if (!ids.has(environment.id)) return []
    const item = itemOf(environment, items)
    const original = environments.find(({ id }) => id !== environment.id && id === item?.existing?.id)
    return secretNames
      .filter(
        (name) =>
          environment.secrets[name].kind === 'none' &&
          (item?.missing.includes(name) === true ||
            (hasClient(item) && environment.missing.includes(name)) ||
            (original?.secrets[name].kind ?? 'none') !== 'none'),
      )
      .map((name) => ({ environmentId: environment.id, name, sentTo: item === undefined ? [] : sentTo(item, name) }))
  })
}

/** False for one that has variables and calls alone: it requests no token. */
const hasClient = (item: ImportItem | undefined): boolean =>
  item === undefined ||
  item.open.length > 0 ||
  [item.settings.client_id, item.settings.token_endpoint, item.settings.issuer].some((text) => text !== '')

/** What is used on this computer only. */
const kept: ReadonlySet<SecretName> = new Set([
  'private_key_passphrase',
  'client_certificate_key',
  'client_certificate_passphrase',
  'dpop_key',
])

/** What is said of a secret that no server would receive. */
export const unsentText = (name: SecretName): string => (kept.has(name) ? 'stays here' : 'no server yet')

/** By its id, by the one it replaced, or by its name, to which a number may have been added beside another of that name. */
export function itemOf(
  { id, name }: { id: string; name: string },
  items: readonly ImportItem[],
): ImportItem | undefined {
  return (
    items.find((item) => item.id === id) ??
    items.find((item) => item.existing?.id === id) ??
    items.find((item) => item.name === name) ??
    items.find((item) => name.startsWith(item.name))
  )
}

/** The servers that would receive a secret. A private key stays here, and what it signs is sent. */
export function sentTo({ receivers }: ImportItem, name: SecretName): string[] {
  const sent = name === 'private_key' ? 'client_assertion' : name
  return [
    ...new Set(receivers.flatMap(({ kind, secret, origin }) => (kind === 'server' && secret === sent ? [origin] : []))),
  ]
}

type Supplied = NeededSecret & { isSaved: boolean }

/** Whether this is the first secret of an environment that has all of its own now: from here it can request a token. */
export function isSupplied({ environmentId, name }: NeededSecret, rows: readonly Supplied[]): boolean {
  const own = rows.filter((row) => row.environmentId === environmentId)
  return own[0]?.name === name && own.every(({ isSaved }) => isSaved)
}

/** The environments that have all of their secrets now, each once. */
export function suppliedIds(rows: readonly Supplied[]): string[] {
  const lacking = new Set(rows.filter(({ isSaved }) => !isSaved).map(({ environmentId }) => environmentId))
  return [...new Set(rows.map(({ environmentId }) => environmentId))].filter((id) => !lacking.has(id))
}
