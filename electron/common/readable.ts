import type { DecodedToken } from '../contract/decoded-token.ts'
import type { JsonObject } from '../contract/json-object.ts'

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
