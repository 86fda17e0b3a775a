import { oneOf } from '../../../../electron/common/one-of.ts'
import type { ImportItem } from '../../../../electron/contract/sharing.ts'
import { originBoundNames } from '../../../../electron/vocabulary/secret-names.ts'
import { receiverText } from '../../../../electron/wording/import/receivers.ts'
import { sourceLabel } from '../../../../electron/wording/secret-source.ts'
import { secretLabels } from '../../../../electron/wording/secret-names.ts'

export interface Receiver {
  kind: ImportItem['receivers'][number]['kind']
  /** The server, or the name of an authority or certificate. */
  origin: string
  /** Whether every secret that it would receive may go there already. */
  known: boolean
  /** What it would receive, each once, with the environments that would send it. */
  secrets: readonly { secret: string; source: string; environments: readonly string[] }[]
}

/** Every server that would receive a secret, with proxies and authorities, by origin, those that are new first. */
export function receiversOf(items: readonly ImportItem[]): Receiver[] {
  const origins = new Map<
    string,
    Omit<Receiver, 'origin' | 'secrets'> & { secrets: Map<string, Receiver['secrets'][number]> }
  >()
  for (const item of items) {
    const { receivers } = item
    const name = ownerOf(item)
    for (const { kind, origin, secret, source, known } of receivers) {
      const receiver = origins.get(origin) ?? { kind, known: true, secrets: new Map() }
      const key = JSON.stringify([secret, source])
      const environments = receiver.secrets.get(key)?.environments ?? []
      receiver.secrets.set(key, {
        secret: secretLabel(secret),
        source: sourceOf(source),
        environments: [...environments, name],
      })
      origins.set(origin, { ...receiver, known: receiver.known && known })
    }
  }
  return [...origins]
    .map(([origin, { kind, known, secrets }]) => ({ kind, origin, known, secrets: [...secrets.values()] }))
    .toSorted((a, b) => Number(a.known) - Number(b.known) || a.origin.localeCompare(b.origin))
}

/** Where it comes from, unless that is where every secret and token does. */
const sourceOf = (source: string): string =>
  source === sourceLabel({ kind: 'stored' }) || source === receiverText.tokenEndpoint ? '' : source

/** Calls alone send what belongs to the environment that they go to. */
export const ownerOf = ({ kind, name, existing }: ImportItem): string =>
  kind === 'calls' && existing !== null ? existing.name : name

function secretLabel(secret: string): string {
  if (secret === 'access_token') return 'Access token'
  const known = oneOf(originBoundNames, secret)
  return known === null ? secret : secretLabels[known]
}
