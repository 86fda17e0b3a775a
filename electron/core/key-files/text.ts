import { textEncodingOf } from '../../common/text-encoding.ts'

/** The text of a file or field in UTF-8 or UTF-16, without byte order mark. */
export function textOf(bytes: Buffer): string {
  return new TextDecoder(textEncodingOf(bytes)).decode(bytes)
}
