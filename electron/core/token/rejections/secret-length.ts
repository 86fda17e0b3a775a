import type { Rejection } from './rejection.ts'

/** A shared secret shorter than the hash can be guessed from one token. @see RFC 7518 §3.2, RFC 8725 §3.5 */
export function rejectSecretLength(bytes: number, least: number): Rejection | null {
  return bytes >= least ? null : { reason: 'secret_short', evidence: { bytes: String(bytes), least: String(least) } }
}
