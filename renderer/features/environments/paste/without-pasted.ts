import type { TypedSecrets } from '../../../../electron/contract/secret.ts'
import { secretNames } from '../../../../electron/vocabulary/secret-names.ts'

/** The secrets as they are, with those that are still as they were pasted as they were before. */
export function withoutPasted(now: TypedSecrets, pasted: TypedSecrets, before: TypedSecrets): TypedSecrets {
  const kept: TypedSecrets = {}
  for (const name of secretNames) {
    const secret = now[name] === pasted[name] ? before[name] : now[name]
    if (secret !== undefined) kept[name] = secret
  }
  return kept
}
