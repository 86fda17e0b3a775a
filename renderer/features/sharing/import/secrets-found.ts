import type { SecretName } from '../../../../electron/contract/secret.ts'
import type { ImportItem } from '../../../../electron/contract/sharing.ts'
import { sentTo } from './needed-secrets.ts'

interface FoundSecret {
  key: string
  environment: string
  name: SecretName
  sentTo: readonly string[]
  /** False where it comes along with the file. */
  isNeeded: boolean
}

/** Every secret that these environments bring along or lack, those that are needed first. */
export function secretsFound(items: readonly ImportItem[]): FoundSecret[] {
  const found = items.flatMap((item) =>
    [...item.missing, ...item.carried].map((name) => ({
      key: `${item.id} ${name}`,
      environment: item.name,
      name,
      sentTo: sentTo(item, name),
      isNeeded: item.missing.includes(name),
    })),
  )
  return found.toSorted((one, other) => Number(other.isNeeded) - Number(one.isNeeded))
}
