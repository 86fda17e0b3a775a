import { smallIntegers } from '../key-files/der.ts'
import { unreadable, type Unreadable } from './reading.ts'

/** More rounds than anyone asks for in earnest would stop the app for minutes. */
export const mostRounds = 2_000_000

/** Why the key derivation of an encrypted PKCS#8 key (DER) is refused, or null. @see RFC 8018 §5.2 */
export function roundsProblem(encryptedKey: Buffer): Unreadable | null {
  const rounds = Math.max(0, ...smallIntegers(encryptedKey, 6).slice(0, 20))
  return rounds > mostRounds ? tooManyRounds(rounds) : null
}

export const tooManyRounds = (rounds: number): Unreadable =>
  unreadable('key_derivation_too_costly', { rounds: String(rounds), most: String(mostRounds) })
