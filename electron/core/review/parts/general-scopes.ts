/** Scopes that name claims about a person, or a session of one; in this flow there is none. @see OpenID Connect Core §5.4, §11 */
const ofPersons: ReadonlySet<string> = new Set([
  'openid',
  'profile',
  'email',
  'address',
  'phone',
  'offline_access',
  'offline',
])

const ofAll: ReadonlySet<string> = new Set(['*', 'all', 'full', 'any', 'default'])

export const isOfPersons = (scope: string): boolean => ofPersons.has(scope)

/** True for a scope that permits everything of something by its name, such as `*`, `orders:*` or `https://api.example/*`. */
export const isOfAll = (scope: string): boolean => ofAll.has(scope.toLowerCase()) || /[:./|]\*$/.test(scope)

/** True for what asks for all that the administrator assigned, and names no permission. */
export const isDefault = (scope: string): boolean => scope === '.default' || scope.endsWith('/.default')
