import type { Case } from '../case.ts'
import { cause, type Cause } from '../check.ts'
import type { AskedScope } from './asked-scope.ts'

/** Scopes about a person who signs in. @see OpenID Connect Core §5.4, §11 */
const ofUser = /^(?:openid|profile|email|address|phone|offline_access|offline)$/

export const isOfUser = (scope: string): boolean => ofUser.test(scope)

/** Scopes of a person were asked for, and nobody signs in in this flow. */
export function scopesOfUser(kase: Case, { scopes, meant, isAbout }: AskedScope): Cause[] {
  const personal = meant.filter(isOfUser)
  if (!isAbout || personal.length === 0) return []
  const value = scopes.filter((scope) => !isOfUser(scope)).join(' ')
  return [
    cause(
      kase,
      'scope_not_allowed',
      { basis: 'seen', confidence: 'likely' },
      { scope: personal.join(' '), isOfUser: 'yes' },
      { change: { field: 'scope', value } },
    ),
  ]
}
