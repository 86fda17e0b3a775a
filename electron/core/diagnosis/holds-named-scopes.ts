import type { Case } from './case.ts'

/** True where the token has every scope that the API names, so that it lacks something else. @see RFC 6750 §3 */
export function holdsNamedScopes({ answer, token }: Pick<Case, 'answer' | 'token'>): boolean {
  const named = answer?.challenges.find(({ error }) => error === 'insufficient_scope')?.scope ?? ''
  const scopes = named.split(' ').filter(Boolean)
  return token !== null && scopes.length > 0 && scopes.every((scope) => token.scopes.includes(scope))
}
