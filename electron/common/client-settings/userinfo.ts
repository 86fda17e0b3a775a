import { decodePercent } from './encodings.ts'

/** A URL without the name and password in it, and these, decoded; null where there are none. */
export function splitUserinfo(url: string): { url: string; userinfo: string | null } {
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(url)?.[0] ?? ''
  const rest = url.slice(scheme.length)
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? ''
  const at = authority.lastIndexOf('@')
  if (at < 0) return { url, userinfo: null }
  return { url: scheme + rest.slice(at + 1), userinfo: decodePercent(authority.slice(0, at)) }
}
