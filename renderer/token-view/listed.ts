import { stringListOf, stringOf } from '../../electron/common/json-source.ts'

const lists = new Set(['scope', 'scp', 'scopes', 'roles', 'groups', 'permissions', 'entitlements', 'cognito:groups'])

/** The scopes, roles or groups that a value lists, in order; null when it is no list, or of one. @see RFC 6749 §3.3 */
export function listedIn(name: string, source: string): string[] | null {
  if (!lists.has(name)) return null
  const text = stringOf(source)
  const items = text === null ? stringListOf(source) : text.split(' ').filter((item) => item !== '')
  return items === null || items.length < 2 ? null : items
}
