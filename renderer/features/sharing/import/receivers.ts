import { secretLabels } from '../../../../electron/contract/secret-labels.ts'
import { originBoundSchema } from '../../../../electron/contract/secret.ts'
import type { ImportItem } from '../../../../electron/contract/sharing.ts'

export interface Receiver {
  origin: string
  /** Whether every secret that it would receive may go there already. */
  known: boolean
  /** What it would receive, each once, with the environments that would send it. */
  secrets: readonly { secret: string; source: string; environments: readonly string[] }[]
}

/** Every server that would receive a secret, by origin, those that are new first. */
export function receiversOf(items: readonly ImportItem[]): Receiver[] {
  const origins = new Map<string, { known: boolean; secrets: Map<string, Receiver['secrets'][number]> }>()
  for (const { name, receivers } of items) {
    for (const { origin, secret, source, known } of receivers) {
      const receiver = origins.get(origin) ?? { known: true, secrets: new Map() }
      const key = JSON.stringify([secret, source])
      const environments = receiver.secrets.get(key)?.environments ?? []
      receiver.secrets.set(key, { secret: secretLabel(secret), source, environments: [...environments, name] })
      origins.set(origin, { known: receiver.known && known, secrets: receiver.secrets })
    }
  }
  return [...origins]
    .map(([origin, { known, secrets }]) => ({ origin, known, secrets: [...secrets.values()] }))
    .toSorted((a, b) => Number(a.known) - Number(b.known) || a.origin.localeCompare(b.origin))
}

function secretLabel(secret: string): string {
  if (secret === 'access_token') return 'Access token'
  const known = originBoundSchema.safeParse(secret)
  return known.success ? secretLabels[known.data] : secret
}
