import { typedScopes } from '../../../common/scope.ts'
import type { ReviewCase } from '../case.ts'
import { judged, type ReviewCheck } from '../check.ts'
import { isDefault, isOfAll, isOfPersons } from '../parts/general-scopes.ts'
import { grantedTo, scopesSaid, seenGrant } from '../parts/granted-scopes.ts'

/**
 * Whether the client is granted more than its saved calls need. That too much is requested is another check. Scopes that name
 * claims about a person permit nothing here. @see RFC 9700 §2.3
 */
export const leastPrivilege: ReviewCheck = {
  name: 'least_privilege',
  look: ({ issued, settings, calls }) => {
    if (issued === null) return [judged('grant_without_token', [])]
    const granted = grantedTo(issued, settings)?.filter((scope) => !isOfPersons(scope)) ?? []
    if (granted.length === 0) return [judged('grant_not_said', [])]
    const named = (scopes: readonly string[]) => [seenGrant(issued, scopes), { scopes: scopes.join(' ') }] as const
    const { needed, isNotedByAll } = neededBy(calls)
    const notNeeded = granted.filter((scope) => !needed.has(scope))
    const ofAll = notNeeded.filter(isOfAll)
    if (ofAll.length > 0) return [judged('granted_everything', ...named(ofAll))]
    if (isNotedByAll) {
      return [
        notNeeded.length > 0
          ? judged('granted_not_needed', ...named(notNeeded))
          : judged('granted_as_needed', ...named(granted)),
      ]
    }
    const beyond = beyondRequest(notNeeded, scopesSaid(issued) ?? [], settings.scope)
    return [
      beyond.length > 0
        ? judged('granted_not_requested', ...named(beyond))
        : judged('need_not_noted', ...named(granted)),
    ]
  },
}

/** What the saved calls with a token note that they need, and whether each of them notes it. */
function neededBy(calls: ReviewCase['calls']): { needed: ReadonlySet<string>; isNotedByAll: boolean } {
  const noted = calls
    .filter(({ authorization }) => authorization === 'environment')
    .map(({ scope }) => typedScopes(scope))
  return {
    needed: new Set(noted.flat()),
    isNotedByAll: noted.length > 0 && noted.every((scopes) => scopes.length > 0),
  }
}

/** Where nothing is requested by name, what is granted is what the server gives by default. Roles cannot be requested. */
function beyondRequest(granted: readonly string[], said: readonly string[], scope: string): string[] {
  const requested = typedScopes(scope)
  if (requested.length === 0 || requested.some(isDefault)) return []
  return granted.filter((one) => said.includes(one) && !requested.includes(one))
}
