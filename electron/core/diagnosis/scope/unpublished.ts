import type { Case } from '../case.ts'
import { cause, type Cause } from '../check.ts'
import type { AskedScope } from './asked-scope.ts'
import { isOfUser } from './of-user.ts'
import { isNear } from './near.ts'

const shown = 8

/** Scopes that the server publishes and that are not about a person; null where it publishes none of these. */
export function publishedScopes({ metadata }: Pick<Case, 'metadata'>): readonly string[] | null {
  const published = (metadata?.scopes_supported ?? []).filter((scope) => !isOfUser(scope))
  return published.length === 0 ? null : published
}

export const listed = (scopes: readonly string[]): string =>
  [...scopes.slice(0, shown), ...(scopes.length > shown ? ['…'] : [])].join(', ')

/** What was asked for compared with what the metadata names. */
export function unpublished(kase: Case, { scopes, meant, isAbout }: AskedScope): Cause[] {
  const published = publishedScopes(kase)
  if (published === null || !isAbout || meant.length === 0) return []
  const unknown = meant.filter((scope) => !published.includes(scope) && !isOfUser(scope))
  const scope = (unknown.length > 0 ? unknown : meant).join(' ')
  if (unknown.length === 0 && meant.every(isOfUser)) return []
  if (unknown.length === 0) {
    return [cause(kase, 'scope_not_allowed', { basis: 'seen', confidence: 'likely' }, { scope, isPublished: 'yes' })]
  }
  const [first] = unknown
  const near = unknown.length === 1 && first !== undefined ? published.filter((each) => isNear(first, each)) : []
  const [wanted] = near.length === 1 ? near : published.length === 1 && unknown.length === 1 ? published : []
  const value = scopes.map((each) => (each === first && wanted !== undefined ? wanted : each))
  return [
    cause(
      kase,
      'scope_unknown',
      { basis: 'seen', confidence: 'likely' },
      { scope, supported: listed(published), ...(near.length === 1 && wanted !== undefined && { similar: wanted }) },
      wanted === undefined ? {} : { change: { field: 'scope', value: [...new Set(value)].join(' ') } },
    ),
  ]
}
