import type { ApiCallSummary } from '../contract/api-call.ts'
import { typedScopes } from './scope.ts'
import { grantedScopes, type ScopedToken } from './scopes-of-call.ts'

/** A scope that is requested, granted or needed. `isGranted` is null where nothing says what is granted. */
export interface ScopeUse {
  scope: string
  isRequested: boolean
  isGranted: boolean | null
  /** How many saved calls need it. */
  neededBy: number
}

/**
 * Why what is needed cannot take the place of what is requested: there are no calls with a token, some of them note no
 * scope, nothing is requested, or what is requested names no scope but asks for all that the administrator assigned.
 */
export type Incomparable = 'no_calls' | 'not_noted' | 'nothing_requested' | 'default_scope'

/** Scopes requested, granted and needed by the saved calls, side by side. @see RFC 6749 §3.3, RFC 9700 §2.3 */
export interface LeastPrivilege {
  /** Requested ones first, in their order. */
  uses: readonly ScopeUse[]
  requested: readonly string[]
  /** Null where no token is held, or nothing says it. */
  granted: readonly string[] | null
  needed: readonly string[]
  /** Requested, and needed by no call; empty where they cannot be compared. */
  unused: readonly string[]
  /** Calls with a token that note no scope. */
  notNoted: number
  incomparable: Incomparable | null
}

type Listed = Pick<ApiCallSummary, 'scope' | 'authorization'>

/** `scope` is the one that the environment requests. Scopes are compared by the letter. */
export function leastPrivilege(scope: string, token: ScopedToken | null, calls: readonly Listed[]): LeastPrivilege {
  const withToken = calls.filter(({ authorization }) => authorization === 'environment')
  const ofCalls = withToken.map((call) => new Set(typedScopes(call.scope)))
  const requested = typedScopes(scope)
  const granted = token === null ? null : grantedScopes(token)
  const counts = new Map<string, number>()
  for (const scopes of ofCalls) for (const one of scopes) counts.set(one, (counts.get(one) ?? 0) + 1)
  const needed = [...requested.filter((one) => counts.has(one)), ...[...counts.keys()].filter(isNotIn(requested))]
  const notNoted = ofCalls.filter(({ size }) => size === 0).length
  const incomparable = whyNot({ requested, calls: ofCalls.length, notNoted })
  return {
    uses: [...new Set([...requested, ...needed, ...(granted ?? [])])].map((one) => ({
      scope: one,
      isRequested: requested.includes(one),
      isGranted: granted === null ? null : granted.includes(one),
      neededBy: counts.get(one) ?? 0,
    })),
    requested,
    granted,
    needed,
    unused: incomparable === null ? requested.filter((one) => !counts.has(one)) : [],
    notNoted,
    incomparable,
  }
}

function whyNot({ requested, calls, notNoted }: Record<'calls' | 'notNoted', number> & { requested: string[] }) {
  if (calls === 0) return 'no_calls'
  if (requested.length === 0) return 'nothing_requested'
  if (requested.some(isDefaultScope)) return 'default_scope'
  return notNoted > 0 ? 'not_noted' : null
}

/** Entra gives all roles that were assigned for `…/.default`, which is the name of none of them. */
const isDefaultScope = (scope: string): boolean => scope.endsWith('/.default') || scope === '.default'

const isNotIn = (list: readonly string[]) => (one: string) => !list.includes(one)
