/** `offset` is the first character that does not belong, or the length when the count of characters is impossible. */
export type Base64UrlReading =
  | { ok: true; bytes: Buffer }
  | { ok: false; offset: number; reason: 'character' | 'length' }

/** Decodes strictly: alphabet of base64url only, no padding, no stray bits. @see RFC 7515 §2, RFC 4648 §5 */
export function readBase64Url(text: string): Base64UrlReading {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.toString('base64url') === text) return { ok: true, bytes }
  const offset = text.search(/[^A-Za-z0-9_-]/)
  return offset === -1
    ? { ok: false, offset: text.length, reason: 'length' }
    : { ok: false, offset, reason: 'character' }
}
