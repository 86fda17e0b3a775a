import { decodeJwt, decodeProtectedHeader, type JWTPayload } from 'jose'
import { type Reading, unreadable, type Unreadable } from './reading.ts'
import { textOf } from '../key-files/text.ts'

/** Clocks of two computers differ by a little; `nbf` is often the very second. */
const clockTolerance = 60

/**
 * Reads a ready-made client assertion: a signed JWT in compact form, with one line break after it or none. `now` is in
 * milliseconds since 1970. Its signature and audience are the server's to judge.
 * @see RFC 7523 §3
 */
export function readAssertion(bytes: Buffer, now: number): Reading<string> {
  const text = textOf(bytes).replace(/\r?\n$/, '')
  const unfit = formProblem(text)
  if (unfit !== null) return unfit
  const claims = claimsOf(text)
  return claims === null
    ? unreadable('assertion_not_decodable')
    : (timeProblem(claims, Math.floor(now / 1000)) ?? { ok: true, value: text })
}

function formProblem(text: string): Unreadable | null {
  if (text.trim() === '') return unreadable('assertion_file_empty')
  if (/\s/.test(text)) return unreadable('assertion_with_white_space')
  if (text.startsWith('{')) return unreadable('assertion_in_json')
  const parts = text.split('.')
  if (parts.length === 5) return unreadable('assertion_encrypted')
  if (parts.length !== 3) return unreadable('assertion_not_three_parts', { parts: String(parts.length) })
  if (!parts.every((part) => /^[A-Za-z0-9_-]*$/.test(part))) return unreadable('assertion_not_base64url')
  return parts[2] === '' ? unreadable('assertion_unsigned') : null
}

function claimsOf(text: string): JWTPayload | null {
  try {
    decodeProtectedHeader(text)
    return decodeJwt(text)
  } catch {
    return null
  }
}

function timeProblem({ exp, nbf }: { exp?: unknown; nbf?: unknown }, seconds: number): Unreadable | null {
  if (exp === undefined) return unreadable('assertion_without_expiry')
  if (typeof exp !== 'number') return unreadable('assertion_expiry_not_number')
  // A second count this large lies in the year 5138: the issuer means milliseconds.
  if (exp > 1e11) return unreadable('assertion_expiry_in_milliseconds')
  if (exp <= seconds) return unreadable('assertion_expired', { seconds: String(seconds - exp) })
  return typeof nbf === 'number' && nbf > seconds + clockTolerance
    ? unreadable('assertion_not_yet_valid', { seconds: String(nbf - seconds) })
    : null
}
