import { decodeBase64 } from '../../../../common/client-settings/encodings.ts'

/** A header for Basic with `id:secret`, of which each may be a variable. As the tools do it, in UTF-8. @see RFC 7617 §2 */
export const encodedBasic = (pair: string): string =>
  `Basic ${Buffer.from(pair.includes(':') ? pair : `${pair}:`).toString('base64')}`

/** The pair of such a header; null for every other, and where it is not base64. */
export function decodedBasic(header: string): string | null {
  const encoded = /^basic +([A-Za-z0-9+/_-]+={0,2})$/i.exec(header.trim())?.[1]
  return encoded === undefined ? null : decodeBase64(encoded)
}
