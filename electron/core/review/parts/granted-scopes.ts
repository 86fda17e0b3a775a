import { memberOf, stringListOf } from '../../../common/json-source.ts'
import { scopesOf } from '../../../common/scope.ts'
import { scopesGranted } from '../../../common/scopes-of-call.ts'
import type { EnvironmentInput } from '../../../contract/environment.ts'
import type { Seen } from '../../../contract/review.ts'
import type { IssuedToken } from '../case.ts'
import { seenHere, seenIn } from '../check.ts'
import { isDefault } from './general-scopes.ts'

/**
 * Scopes, permissions and roles that the token has, by its answer, its claims, or else by what was requested; null where
 * nothing says it.
 */
export function grantedTo(issued: IssuedToken, { scope }: Pick<EnvironmentInput, 'scope'>): readonly string[] | null {
  const { facts, recorded } = issued
  const scopeGranted = issued.scope ?? recorded.scopeGranted
  const granted = scopesGranted({ scopeAsked: scope, scopeGranted, claims: facts.claims })
  return granted?.filter((name) => !isDefault(name)) ?? null
}

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
