import type { AuditRow } from '../workspace/tables/audit.ts'
import { type AuditKeys, hmac } from './audit-keys.ts'

/** What the first entry of a chain follows. */
export const noLink: Uint8Array = new Uint8Array(32)

const linkBytes = 32

/**
 * The seal of an entry: 32 bytes over its number and content, and 32 over these and the link of the entry before. The first say
 * of an entry that lies elsewhere where it belongs, also when the one before it is gone.
 */
export function sealOf(keys: AuditKeys, row: AuditRow, before: Uint8Array): Uint8Array<ArrayBuffer> {
  const own = ownSeal(keys, row, row.number)
  return Uint8Array.from(Buffer.concat([own, hmac(keys.link, before, own)]))
}

/** What the next entry follows. */
export const linkOf = (seal: Uint8Array): Uint8Array => seal.subarray(-linkBytes)

/** Whether an entry is as it was sealed. `before` is null where the link that it follows is not known. */
export function isSealed(keys: AuditKeys, row: AuditRow, before: Uint8Array | null): boolean {
  const { seal } = row
  if (seal === null || seal.length !== 2 * linkBytes || !row.isAsWritten || !belongsAt(keys, row, row.number))
    return false
  return before === null || Buffer.compare(hmac(keys.link, before, seal.subarray(0, linkBytes)), linkOf(seal)) === 0
}

/** Whether an entry was sealed as the one with this number. */
export const belongsAt = (keys: AuditKeys, row: AuditRow, number: number): boolean =>
  row.seal !== null && Buffer.compare(ownSeal(keys, row, number), row.seal.subarray(0, linkBytes)) === 0

/** JSON of an array: no two entries look alike. */
const ownSeal = (keys: AuditKeys, { id, at, value }: AuditRow, number: number): Buffer =>
  hmac(keys.entry, JSON.stringify([1, number, id, at, value]))
