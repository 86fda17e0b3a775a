import { Buffer, isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'

/** How the bytes of a body are a text; null where they are none. `charset` is as the header field names it, null for UTF-8. */
export interface TextCoding {
  /** A label for `TextDecoder`. */
  label: string
  charset: string | null
}

/** UTF-8 where the bytes are; else what the header field says, of a type that is text. @see RFC 9110 §8.3.2 */
export function codingOf(bytes: Uint8Array, contentType: string, isCut: boolean): TextCoding | null {
  const charset = /;\s*charset\s*=\s*"?([\w.:+-]{1,40})/i.exec(contentType)?.[1] ?? null
  const label = charset === null ? null : labelOf(charset)
  const isTextType = /^\s*text\/|[/+](?:json|xml)\b|javascript|urlencoded/i.test(contentType)
  // Its letters are valid UTF-8, each with a zero byte.
  if (label?.startsWith('utf-16') === true && isTextType) return { label, charset }
  if (isUtf8(isCut ? withoutCutCharacter(bytes) : bytes)) return { label: 'utf-8', charset: null }
  return label === null || label === 'utf-8' || !isTextType ? null : { label, charset }
}

/** Null for a charset that is not known here. */
function labelOf(charset: string): string | null {
  try {
    return new TextDecoder(charset).encoding
  } catch {
    return null
  }
}

/** Decodes a body part by part. A byte order mark stays, so that nothing of the text is lost. */
export function decoderOf({ label }: TextCoding): TextDecoder {
  return new TextDecoder(label, { ignoreBOM: true })
}

/** A body that was cut may end within a character. */
export function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  const cut = [1, 2, 3].find((count) => isUtf8(bytes.subarray(0, -count)))
  return cut === undefined || isUtf8(bytes) ? bytes : bytes.subarray(0, -cut)
}

export const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
