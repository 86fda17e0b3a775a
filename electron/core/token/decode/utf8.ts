import { Buffer, isUtf8 } from 'node:buffer'

/** The text of these bytes, a byte order mark included; null when they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  return isUtf8(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8') : null
}

/** Where bytes stop being UTF-8: at the first replacement character that is not there itself. */
export function firstBadByte(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes)
  const text = buffer.toString('utf8')
  let offset = 0
  let read = 0
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', read)) {
    offset += Buffer.byteLength(text.slice(read, at))
    if (buffer.toString('latin1', offset, offset + 3) !== '\xEF\xBF\xBD') return offset
    offset += 3
    read = at + 1
  }
  return offset
}
