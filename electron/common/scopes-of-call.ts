import type { DecodedToken } from '../contract/decoded-token.ts'
import { memberOf, readableClaims, stringListOf } from './json-source.ts'
import { scopesOf, scopesOfClaims, typedScopes } from './scope.ts'

/** What is known of the scopes of a token; of a pasted one only what it says itself. */
export interface ScopedToken {
  scopeAsked: string
  scopeGranted: string | null
  decoded: DecodedToken
}

/** The scopes that a call needs beside those of the token; `granted` and `missing` are null where nothing says them. */
export interface ScopesOfCall {
  needed: readonly string[]
  granted: readonly string[] | null
  missing: readonly string[] | null
}

export function scopesOfCall(scope: string, token: ScopedToken | null): ScopesOfCall {
  const needed = typedScopes(scope)
  const granted = token === null ? null : grantedScopes(token)
  return { needed, granted, missing: granted === null ? null : needed.filter((name) => !granted.includes(name)) }
}

/**
 * By the answer that the token came with, else by its claims, else what was asked for, which an answer need not repeat;
 * `permissions` and `roles` grant as much. @see RFC 6749 §5.1, RFC 8693 §4.2
 */
export function grantedScopes({ scopeAsked, scopeGranted, decoded }: ScopedToken): readonly string[] | null {
  const claims = readableClaims(decoded)
  const said = scopeGranted === null ? claims && scopesOfClaims(claims) : scopesOf(scopeGranted)
  const others =
    claims === null ? [] : ['permissions', 'roles'].map((name) => stringListOf(memberOf(claims, name)?.source))
  const permissions = others.flatMap((values) => values ?? [])
  const isSaid = said !== null || others.some((values) => values !== null)
  if (!isSaid && scopeAsked === '') return null
  return [...new Set([...(said ?? (isSaid ? [] : scopesOf(scopeAsked))), ...permissions])]
}
