import { type Reading, unreadable } from '../../credentials/reading.ts'
import { withoutEnding } from '../../../common/without-ending.ts'

/** Which path it is; of a login with its method. */
export type PathOf = { what: 'engine' | 'secret' } | { what: 'login'; method: string }

/** A mount or path for a URL, each segment percent-encoded. */
export function encodedPath(text: string, of: PathOf): Reading<string> {
  const segments = withoutEnding(text.replace(/^\/+/, ''), '/').split('/')
  if (segments.some((segment) => segment === '')) return unreadable('vault_path_with_gap', of)
  // The URL would be shortened by them, to an endpoint that was not meant.
  if (segments.some((segment) => segment === '.' || segment === '..')) {
    return unreadable('vault_path_with_dots', of)
  }
  if (/\p{C}/u.test(text)) return unreadable('vault_path_with_invisible_character', of)
  return { ok: true, value: segments.map(encodeURIComponent).join('/') }
}
