import { decodeJwt, decodeProtectedHeader, type JWTPayload } from 'jose'
import type { Reading } from './reading.ts'
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
  const problem = formProblem(text)
  if (problem !== null) return fail(problem)
  const claims = claimsOf(text)
  if (claims === null) return fail('The file holds no JWT: its header or its claims cannot be decoded.')
  const untimely = timeProblem(claims, now / 1000)
  return untimely === null ? { ok: true, value: text } : fail(untimely)
}

const fail = (message: string): Reading<never> => ({ ok: false, message })

function formProblem(text: string): string | null {
  if (text.trim() === '') return 'The file is empty. Whatever writes the assertion has not done so yet.'
  if (/\s/.test(text)) return 'The file holds more than the assertion: there is white space before, after or within it.'
  if (text.startsWith('{')) return 'The file holds JSON. It must hold the assertion alone, in compact form.'
  const parts = text.split('.')
  if (parts.length === 5) return 'The file holds an encrypted JWT (JWE). A client assertion is a signed one.'
  if (parts.length !== 3) {
    return `The file holds no JWT: one has three parts separated by dots, and this text has ${parts.length}.`
  }
  if (!parts.every((part) => /^[A-Za-z0-9_-]*$/.test(part))) {
    return 'The file holds no JWT: a character in it is not base64url.'
  }
  return parts[2] === '' ? 'The assertion has no signature. Servers accept signed ones only.' : null
}

function claimsOf(text: string): JWTPayload | null {
  try {
    decodeProtectedHeader(text)
    return decodeJwt(text)
  } catch {
    return null
  }
}

function timeProblem({ exp, nbf }: { exp?: unknown; nbf?: unknown }, seconds: number): string | null {
  if (exp === undefined) return 'The assertion has no "exp" (expiry). Servers refuse one without it.'
  if (typeof exp !== 'number') return 'The assertion\'s "exp" (expiry) is not a number.'
  // A second count this large lies in the year 5138: the issuer means milliseconds.
  if (exp > 1e11) return 'The assertion\'s "exp" (expiry) counts milliseconds; it must count seconds.'
  if (exp <= seconds)
    return `The assertion expired ${span(seconds - exp)} ago; whatever writes this file has to renew it.`
  if (typeof nbf === 'number' && nbf > seconds + clockTolerance) {
    return `The assertion is not valid yet: it begins in ${span(nbf - seconds)}. Compare the clocks.`
  }
  return null
}

function span(seconds: number): string {
  const units = [
    ['days', 86_400],
    ['h', 3600],
    ['min', 60],
  ] as const
  const unit = units.find(([, length]) => seconds >= 2 * length) ?? ['s', 1]
  return `${Math.floor(seconds / unit[1])} ${unit[0]}`
}
