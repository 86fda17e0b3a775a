import { splitUserinfo } from '../../../common/client-settings/userinfo.ts'
import { withSplitUrl } from '../../../common/query-rows.ts'
import type { QueryParameter } from '../../../contract/api-call.ts'

export interface CallUrl {
  url: string
  query: QueryParameter[]
  /** `name:password`, as it was in the URL. */
  userinfo: string | null
}

/** The URL of a call as the app keeps it: absolute or beginning with a variable, with its query in rows. */
export function callUrl({ url, query }: { url: string; query: readonly QueryParameter[] }): CallUrl {
  const trimmed = url.trim().replaceAll(/[\t\r\n]/g, '')
  const { url: plain, userinfo } = splitUserinfo(absolute(trimmed.split('#', 1)[0] ?? ''))
  // Within braces a blank is part of an expression.
  const written = plain.replaceAll(/\{\{[^{}]{0,200}\}\}| /g, (found) => (found === ' ' ? '%20' : found))
  const split = withSplitUrl({ url: written, query })
  return { url: split.url.replaceAll(' ', '%20'), query: split.query, userinfo }
}

/** Tools take an address without its scheme, and a path of the server that is chosen elsewhere. */
function absolute(url: string): string {
  if (url === '') return '{{url}}'
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(url) || url.startsWith('{{')) return url
  if (url.startsWith('//')) return `https:${url}`
  if (url.startsWith('/') || url.startsWith('?')) return `{{base_url}}${url}`
  const host = /^[^/?]*/.exec(url)?.[0] ?? ''
  if (/^(?:localhost|127\.|\[)/i.test(host)) return `http://${url}`
  return /[.:]|\{\{/.test(host) ? `https://${url}` : `{{base_url}}/${url}`
}
