import { memberOf, stringListOf } from './json-source.ts'
import type { JsonObject } from '../contract/json-object.ts'

/** Scope tokens of a space-separated list. @see RFC 6749 §3.3 */
export function scopesOf(scope: string): string[] {
  return scope.split(' ').filter(Boolean)
}

/** Scope tokens of a text that a person typed, each once; they may be in lines. */
export const typedScopes = (scope: string): string[] => [...new Set(scope.split(/\s/).filter(Boolean))]

/** Scopes in claims: `scope` (RFC 8693 §4.2), `scp` (Microsoft, Okta), `scopes` (cidaas); null when there is none. */
export function scopesOfClaims(claims: JsonObject): string[] | null {
  for (const name of ['scope', 'scp', 'scopes']) {
    const values = stringListOf(memberOf(claims, name)?.source)
    if (values !== null) return values.flatMap(scopesOf)
  }
  return null
}
