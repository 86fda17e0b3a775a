import { opaqueTokenIssuers } from '../../../catalogue/opaque-token-issuers.ts'
import type { DecodedToken } from '../../../contract/decoded-token.ts'
import { type Malformed, malformedAt } from './malformed.ts'

type Opaque = Extract<DecodedToken, { kind: 'opaque' }>

/** Names what a token looks like that holds nothing to be read. What cannot be sent as a token is none. */
export function decodeOpaque(token: string): Opaque | Malformed {
  const maker = makerOf(token) ?? ''
  const form = formOf(token, maker)
  const noToken = form === 'saml' ? -1 : token.search(noTokenCharacter)
  return noToken === -1
    ? { kind: 'opaque', form, maker, length: token.length }
    : malformedAt(token, 'token', noToken, 'no_token')
}

/** What is no visible ASCII, or begins something else: JSON, markup, a quotation. @see RFC 6749 appendix A.12, RFC 6750 §2.1 */
const noTokenCharacter = /^[{[<"']|[^\x21-\x7e]/

function formOf(token: string, maker: string): Opaque['form'] {
  if (maker !== '') return 'prefixed'
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(token)) return 'uuid'
  if (/^(?:[0-9a-f]{2}){8,}$/i.test(token)) return 'hex'
  return isSaml(token) ? 'saml' : 'reference'
}

/** XML of a SAML assertion or response, as it is or in base64. @see RFC 7522 §2.1 */
function isSaml(token: string): boolean {
  const xml = /^\s*<(?:\?xml\b|(?:[\w-]+:)?(?:Encrypted)?(?:Assertion|Response)\b)/
  const start = token.slice(0, 400)
  return xml.test(start) || xml.test(Buffer.from(start, 'base64').toString('utf8'))
}

/** Who makes tokens that begin so, and what kind of token it is; null when nobody is known to. */
export function makerOf(token: string): string | null {
  // A prefix alone, or a sentence that begins with one, is no token.
  if (token.length < 16 || /\s/.test(token)) return null
  return opaqueTokenIssuers.find(([prefix]) => prefix.test(token))?.[1] ?? null
}
