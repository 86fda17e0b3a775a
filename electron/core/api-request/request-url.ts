import { Buffer } from 'node:buffer'
import type { ApiRequest } from '../../contract/api-call.ts'
import type { Problem } from '../../contract/problem.ts'
import { httpUrlFault } from '../../vocabulary/url-rules.ts'
import { problem } from '../problem.ts'

/** What a query cannot hold as it is; a `%` that encodes nothing too. What is encoded already stays. @see RFC 3986 §3.4 */
const unfitInQuery = /[\0-\x20"<>#\x7F-\u{10FFFF}]+|%(?![0-9A-Fa-f]{2})/gu

/** Percent-encodes only what cannot be in a query. */
const fitForQuery = (text: string): string => text.replace(unfitInQuery, percentEncoded)

/** As UTF-8; half a character becomes U+FFFD. */
const percentEncoded = (text: string): string =>
  Buffer.from(text)
    .toString('hex')
    .toUpperCase()
    .replaceAll(/../g, (byte) => `%${byte}`)

/** The URL that is asked for: the rows of the query come after a query that the URL has already. Or why it is no URL. */
export function requestUrl({ url, query }: Pick<ApiRequest, 'url' | 'query'>): { url: string } | { problem: Problem } {
  const typed = url.trim()
  const mark = typed.indexOf('?')
  const place = mark === -1 ? typed : typed.slice(0, mark)
  const parts = [...(mark === -1 ? [] : [typed.slice(mark + 1)]), ...query.flatMap(written)].filter(
    (part) => part !== '',
  )
  const head = withoutSpaces(place)
  const whole = mark === -1 && parts.length === 0 ? head : `${head}?${parts.map(fitForQuery).join('&')}`
  const fault = httpUrlFault(whole)
  return fault === null ? { url: whole } : { problem: problem('url_refused', { fault }) }
}

/** A row that nothing was entered in is none. */
const written = ({ name, value, enabled }: ApiRequest['query'][number]): string[] =>
  enabled && (name !== '' || (value ?? '') !== '') ? [value === null ? name : `${name}=${value}`] : []

/** A variable may bring spaces into the path; nowhere else does a space belong, and a line break belongs nowhere. */
function withoutSpaces(place: string): string {
  const path = /^https?:\/\/[^/]*/i.exec(place)?.[0].length ?? place.length
  return place.slice(0, path) + place.slice(path).replaceAll(' ', '%20')
}
