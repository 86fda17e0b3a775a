import { memberOf, stringListOf } from '../../../common/json-source.ts'
import { scopesOf, scopesOfClaims, typedScopes } from '../../../common/scope.ts'
import type { EnvironmentInput } from '../../../contract/environment.ts'
import type { Seen } from '../../../contract/review.ts'
import type { IssuedToken } from '../case.ts'
import { seenHere, seenIn } from '../check.ts'
import { isDefault } from './general-scopes.ts'

/** The scopes that the answer, or the token, says it has; null where neither says it. @see RFC 6749 §5.1 */
export function scopesSaid({ scope, recorded, facts }: IssuedToken): readonly string[] | null {
  const text = scope ?? recorded.scopeGranted
  const said = text === null ? facts.claims && scopesOfClaims(facts.claims) : scopesOf(text)
  return said?.filter((name) => !isDefault(name)) ?? null
}

/**
 * What the token permits: its scopes; without any, its permissions and roles, which cannot be requested one by one; else what
 * was requested, which an answer need not repeat. Null where nothing says it.
 */
export function grantedTo(issued: IssuedToken, { scope }: Pick<EnvironmentInput, 'scope'>): readonly string[] | null {
  const said = scopesSaid(issued)
  if (said !== null && said.length > 0) return said
  const roles = ['permissions', 'roles'].flatMap((name) => namesInClaim(issued, name))
  if (roles.length > 0 || said !== null) return [...new Set(roles)]
  return scope === '' ? null : typedScopes(scope).filter((name) => !isDefault(name))
}

const namesInClaim = ({ facts: { claims } }: IssuedToken, name: string): string[] =>
  (claims && stringListOf(memberOf(claims, name)?.source)) ?? []

/** Claims that grant. */
const claimNames = ['scope', 'scp', 'scopes', 'permissions', 'roles'] as const

/** What shows that these are granted: the claims that name them, the answer, or the request. */
export function seenGrant(issued: IssuedToken, scopes: readonly string[]): Seen[] {
  const value = (names: readonly string[]): string => scopes.filter((scope) => names.includes(scope)).join(' ')
  const inAnswer = issued.scope === null ? '' : value(scopesOf(issued.scope))
  const { claims } = issued.facts
  const inClaims = claimNames.flatMap((name) => {
    const listed = claims === null ? null : stringListOf(memberOf(claims, name)?.source)
    const named = listed === null ? '' : value(listed.flatMap(scopesOf))
    return named === '' ? [] : [seenIn(issued, 'claim', name, named)]
  })
  const seen = [...(inAnswer === '' ? [] : [seenIn(issued, 'member', 'scope', inAnswer)]), ...inClaims]
  return seen.length > 0 ? seen : [seenHere('setting', 'scope', scopes.join(' '))]
}
