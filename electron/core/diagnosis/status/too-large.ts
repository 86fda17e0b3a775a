import type { Case } from '../case.ts'
import { cause, type Cause } from '../check.ts'

/** The request is too large for the server, and which part of it. @see RFC 9110 §15.5.14, §15.5.15, RFC 6585 §5 */
export function tooLarge(kase: Case): Cause[] {
  const { answer, request } = kase
  if (answer === null) return []
  const { status, title, words } = answer
  const by = { basis: 'code', confidence: 'certain' } as const
  if (status === 413) return [cause(kase, 'request_too_large', by, { part: 'body' })]
  if (status === 414) return [cause(kase, 'request_too_large', by, { part: 'url', bytes: String(request.url.length) })]
  const isAboutHeaders =
    /headers? (?:or cookie |fields? )?(?:is |are )?too (?:large|long|big)|header size exceeds|request header is too/i
  if (status === 431 || status === 494 || (status === 400 && isAboutHeaders.test(`${title} ${words}`))) {
    return [cause(kase, 'request_too_large', by, { part: 'headers' })]
  }
  return []
}
