import { bitLength, bytesOf } from '../keys/shape.ts'
import { textMember } from '../keys/members.ts'
import type { Rejection } from './rejection.ts'
import { isRoca } from './roca.ts'

const leastBits = 2048
/** Larger ones take long to verify with, and nobody needs them. */
const mostBits = 16_384
/** Larger exponents make verifying slow, and runtimes refuse them. */
const mostExponentBits = 64

type RsaRejection = Rejection<'key_weak' | 'key_large' | 'key_exponent' | 'key_roca'>

/** An RSA key that is too weak for its signature to mean anything, or too large to try. @see RFC 7518 §3.3, §3.5, RFC 8725 §3.5 */
export function rejectRsa(entry: unknown): RsaRejection | null {
  const modulus = bytesOf(textMember(entry, 'n'))
  const exponent = bytesOf(textMember(entry, 'e'))
  if (modulus === null || exponent === null) return null
  const bits = bitLength(modulus)
  if (bits < leastBits) return { reason: 'key_weak', evidence: { bits: String(bits), least: String(leastBits) } }
  if (bits > mostBits) return { reason: 'key_large', evidence: { bits: String(bits), most: String(mostBits) } }
  if (!isExponent(exponent)) return { reason: 'key_exponent', evidence: { e: exponent.toString('hex').slice(0, 40) } }
  return isRoca(modulus) ? { reason: 'key_roca', evidence: {} } : null
}

/** Odd and at least 3: with 1, a message is its own signature. @see RFC 8017 §3.1 */
function isExponent(exponent: Buffer): boolean {
  const last = exponent.at(-1) ?? 0
  const bits = bitLength(exponent)
  return last % 2 === 1 && bits >= 2 && bits <= mostExponentBits
}
