import { memberValue } from '../keys/members.ts'
import type { Rejection } from './rejection.ts'
import { shown } from '../shown.ts'

/** What a key may be used for, by its own words. */
export interface Use {
  use: 'sig' | 'enc'
  /** Any of these in `key_ops` allows it. */
  operations: readonly string[]
  /** Any of these as `alg` allows it. */
  algorithms: readonly string[]
}

/** `use`, `key_ops` and `alg` of a key bind: a key is for one purpose and one algorithm. @see RFC 7517 §4.2–4.4, RFC 8725 §3.1 */
export function rejectKeyAgreement(entry: unknown, { use, operations, algorithms }: Use): Rejection | null {
  const says = (member: string, wants: string): Rejection => {
    const value = memberValue(entry, member)
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    return { reason: 'key_unfit', evidence: { member, says: shown(text), wants } }
  }
  const ops = memberValue(entry, 'key_ops')
  const alg = memberValue(entry, 'alg')
  const declared = memberValue(entry, 'use')
  if (declared !== undefined && declared !== use) return says('use', use)
  const mayOperate = Array.isArray(ops) && operations.some((operation) => ops.includes(operation))
  if (ops !== undefined && !mayOperate) return says('key_ops', operations.join(', '))
  const isFor = typeof alg === 'string' && algorithms.includes(alg)
  return alg === undefined || isFor ? null : says('alg', algorithms.join(', '))
}
