import type { DecodedToken } from '../contract/decoded-token.ts'
import type { JsonObject, Member } from '../contract/json-object.ts'

/** The member of this name; of duplicates the last, as JSON.parse takes it. */
export function memberOf(object: JsonObject, name: string): Member | undefined {
  return object.members.findLast((member) => member.name === name)
}

/** The text of a JSON string's source; null when it is not a string. */
export function stringOf(source: string | undefined): string | null {
  const value = valueOf(source)
  return typeof value === 'string' ? value : null
}

/** The number of a JSON number's source, digits beyond 2⁵³ lost: for arithmetic, never for display. */
export function numberOf(source: string | undefined): number | null {
  const value = valueOf(source)
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** The strings of a JSON array's source, or a single string as a list of one; null for anything else. */
export function stringListOf(source: string | undefined): string[] | null {
  const value = valueOf(source)
  if (typeof value === 'string') return [value]
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null
}

/** Undefined for text that is no JSON: masking can leave such. */
function valueOf(source: string | undefined): unknown {
  if (source === undefined) return undefined
  try {
    return JSON.parse(source)
  } catch {
    return undefined
  }
}

/** The claims of a token that anybody can read; null where there are none, or only the holder of a key reads them. */
export function readableClaims(decoded: DecodedToken): JsonObject | null {
  switch (decoded.kind) {
    case 'jws':
    case 'sd_jwt':
    case 'paseto':
      return decoded.claims
    case 'signed_content':
    case 'jwe':
    case 'opaque':
    case 'malformed':
    case 'empty':
      return null
  }
}

/** The JOSE header; null for what has none. @see RFC 7515 §4, RFC 7516 §4 */
export function readableHeader(decoded: DecodedToken): JsonObject | null {
  switch (decoded.kind) {
    case 'jws':
    case 'sd_jwt':
    case 'signed_content':
    case 'jwe':
      return decoded.header
    case 'paseto':
    case 'opaque':
    case 'malformed':
    case 'empty':
      return null
  }
}
