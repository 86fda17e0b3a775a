import { memberOf, readableHeader, stringOf } from '../../common/json-source.ts'
import type { DecodedToken } from '../../contract/decoded-token.ts'
import type { KeySource } from '../../contract/verification.ts'

/** The key set of the environment; the client secret for what was signed with one. */
export function keysFor(decoded: DecodedToken | null): KeySource {
  const alg = decoded === null ? null : headerOf(decoded, 'alg')
  return alg !== null && /^HS\d/.test(alg) ? { kind: 'client_secret' } : { kind: 'jwks', fresh: false }
}

export function headerOf(decoded: DecodedToken, name: 'alg' | 'kid'): string | null {
  const header = readableHeader(decoded)
  return header && stringOf(memberOf(header, name)?.source)
}
