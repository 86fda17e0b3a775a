import { textEncodingOf } from '../../../common/text-encoding.ts'

/** The text of bytes in UTF-8 or UTF-16, without byte order mark; null when they are neither. */
export function strictText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(textEncodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
