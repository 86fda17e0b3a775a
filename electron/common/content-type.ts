import type { Headers } from '../contract/exchange.ts'

/** The first Content-Type among header fields; empty without one. */
export const contentTypeIn = (headers: Headers): string =>
  headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''

/** The type and subtype of a Content-Type, in lower case; empty without one. @see RFC 9110 §8.3.1 */
export const mimeOf = (contentType: string): string => (contentType.split(';', 1)[0] ?? '').trim().toLowerCase()
