import type { DecodedToken } from '../../../contract/decoded-token.ts'
import { decodeJws } from './decode-jws.ts'
import { readDisclosures } from './disclosures.ts'
import { malformedAt, type Malformed } from './malformed.ts'
import { partsOf } from './segment.ts'

type SdJwt = Extract<DecodedToken, { kind: 'sd_jwt' }>

/** Decodes `<JWT>~<disclosure>~…~`, at the end of which a key binding JWT may be. @see RFC 9901 §4 */
export function decodeSdJwt(token: string): SdJwt | Malformed {
  const end = token.indexOf('~')
  const jwt = partsOf(token.slice(0, end), '.', ['header', 'claims', 'signature'])
  if (jwt.length !== 3) return malformedAt(token, 'token', end, 'segments')
  const decoded = decodeJws(token, jwt)
  if (decoded.kind === 'malformed') return decoded
  const claimsAt = jwt[1]?.start ?? 0
  if (decoded.kind === 'signed_content') return malformedAt(token, 'claims', claimsAt, 'not_object')

  const last = token.lastIndexOf('~') + 1
  const keyBinding = last === token.length ? null : decodeKeyBinding(token, last)
  if (keyBinding?.kind === 'malformed') return keyBinding
  const texts = last === end + 1 ? [] : token.slice(end + 1, last - 1).split('~')
  const { header, claims, signatureBytes } = decoded
  return {
    kind: 'sd_jwt',
    header,
    claims,
    signatureBytes,
    ...readDisclosures(claims, texts),
    keyBinding: keyBinding === null ? null : { header: keyBinding.header, claims: keyBinding.claims },
  }
}

/** What is behind the last tilde: nothing else than a JWT may. @see RFC 9901 §4.3 */
function decodeKeyBinding(token: string, start: number): Extract<DecodedToken, { kind: 'jws' }> | Malformed {
  const text = token.slice(start)
  const parts = partsOf(text, '.', ['key_binding'], start)
  // A disclosure without the tilde that belongs behind it: the rest was not copied.
  if (parts.length === 1) return malformedAt(token, 'disclosure', token.length, 'segments')
  if (parts.length !== 3) return malformedAt(token, 'key_binding', token.length, 'segments')
  const decoded = decodeJws(token, parts)
  return decoded.kind === 'signed_content' ? malformedAt(token, 'key_binding', start, 'not_object') : decoded
}
