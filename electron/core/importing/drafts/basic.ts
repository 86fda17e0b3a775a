import { decodeBase64 } from '../../../common/client-settings/encodings.ts'
import type { ApiHeader } from '../../../contract/api-call.ts'

/** A header for Basic with `id:secret`, of which each may be a variable. As the tools do it, in UTF-8. @see RFC 7617 §2 */
export const encodedBasic = (pair: string): string =>
  `Basic ${Buffer.from(pair.includes(':') ? pair : `${pair}:`).toString('base64')}`

/** What is encoded in such a header; null for every other, and where it is not base64. */
export function decodedBasic(header: string): string | null {
  const encoded = /^basic\s+([A-Za-z0-9+/_-]+={0,2})$/i.exec(header.trim())?.[1]
  return encoded === undefined ? null : decodeBase64(encoded)
}

export const pairOf = ({ username, password }: { username: string; password: string }): string =>
  `${username}:${password}`

/** `id:secret` of the last header for Basic, with variables or without, encoded or not; null where there is none. */
export function basicPair(headers: readonly ApiHeader[]): string | null {
  const value = headers.findLast(({ name }) => name.toLowerCase() === 'authorization')?.value.trim() ?? ''
  const written = /^basic\s+(\S.*)$/i.exec(value)?.[1] ?? ''
  if (written.includes('{{') && written.includes(':')) return written
  const decoded = decodedBasic(value)
  return decoded?.includes(':') === true ? decoded : null
}
