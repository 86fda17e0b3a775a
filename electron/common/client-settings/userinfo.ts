import { decodePercent } from './encodings.ts'

/** A URL without the name and password in it, and these, decoded; null where there are none. */
export function splitUserinfo(url: string): { url: string; userinfo: string | null } {
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(url)?.[0] ?? ''
  const rest = url.slice(scheme.length)
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? ''
  const mark = authority.lastIndexOf('@')
  // A password may have a mark in it that ends a host: what is no port is the beginning of it.
  const at = mark < 0 && /^[^:[]*:\d*\D/.test(authority) ? rest.indexOf('@', authority.length) : mark
  if (at < 0) return { url, userinfo: null }
  return { url: scheme + rest.slice(at + 1), userinfo: decodePercent(rest.slice(0, at)) }
}
