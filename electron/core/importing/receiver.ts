import type { OriginBound } from '../../contract/secret.ts'
import type { ImportItem } from '../../contract/sharing.ts'
import type { Way, WaySetting } from '../../contract/way.ts'

/**
 * A server that would receive a secret, or what is made with one, and where that would come from. `by` is what has to be
 * known for it to be: the binding of a secret, the way of a setting, or that the environment named it for tokens already.
 */
export type Receiver = Omit<ImportItem['receivers'][number], 'known'> & {
  by:
    | { kind: 'bound'; name: OriginBound; way: Way }
    | { kind: 'token'; way: Way }
    | { kind: 'setting'; setting: WaySetting }
}
