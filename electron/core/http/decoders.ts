import type { Transform } from 'node:stream'
import zlib, { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'

/** More codings than this on one answer are an attack: each costs memory before it yields a byte. */
const mostCodings = 4

/**
 * The streams that undo `Content-Encoding`, first to run first; none for a body that is not encoded, and none when
 * a coding is unknown, for then the body is kept as it came. Null when there are too many.
 * @see RFC 9110 §8.4
 */
export function decodersFor(contentEncoding: string | undefined, firstByte: number): Transform[] | null {
  const codings = codingsOf(contentEncoding ?? '')
  if (codings.length > mostCodings) return null
  // What was applied last is undone first.
  const makers = codings.map((_, index) => decoderMaker(codings.at(-1 - index), firstByte))
  const known = makers.filter((maker) => maker !== null)
  return known.length === makers.length ? known.map((make) => make()) : []
}

/** The codings of a `Content-Encoding` that cannot be undone here. */
export function unreadableCodings(contentEncoding: string): string[] {
  return codingsOf(contentEncoding).filter((coding) => decoderMaker(coding, 0) === null)
}

function codingsOf(contentEncoding: string): string[] {
  return contentEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity')
}

/** "deflate" means zlib, but some servers send it bare; a zlib stream begins with method 8. @see RFC 9110 §8.4.1.2 */
function decoderMaker(coding: string | undefined, firstByte: number): (() => Transform) | null {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return () => createGunzip()
    case 'deflate':
      return (firstByte & 0x0f) === 8 ? () => createInflate() : () => createInflateRaw()
    case 'br':
      return () => createBrotliDecompress()
    case 'zstd':
      // Not every Node that this runs on has it.
      return typeof zlib.createZstdDecompress === 'function' ? () => zlib.createZstdDecompress() : null
    default:
      return null
  }
}
