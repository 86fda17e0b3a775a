import type { Reading } from './reading.ts'
import { withoutEnding } from '../../../common/without-ending.ts'

/** A mount or path for a URL, each segment percent-encoded. `what` begins the sentence of an error: "The path". */
export function encodedPath(text: string, what: string): Reading<string> {
  const segments = withoutEnding(text.replace(/^\/+/, ''), '/').split('/')
  if (segments.some((segment) => segment === '')) return fail(`${what} has nothing between two slashes. Correct it.`)
  // The URL would be shortened by them, to an endpoint that was not meant.
  if (segments.some((segment) => segment === '.' || segment === '..')) {
    return fail(`${what} has a "." or ".." in it, which Vault does not know. Enter it in full.`)
  }
  if (/\p{C}/u.test(text)) return fail(`${what} has an invisible character in it. Type it anew.`)
  return { ok: true, value: segments.map(encodeURIComponent).join('/') }
}

const fail = (message: string): Reading<never> => ({ ok: false, message })
