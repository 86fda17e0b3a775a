import { Buffer } from 'node:buffer'
import { contentTypeIn } from '../../common/content-type.ts'
import type { Exchange } from '../../contract/exchange.ts'

type Response = NonNullable<Exchange['response']>

/** The endings of types that editors open by their name; of others the bytes count. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/[/+]json\b/, 'json'],
  [/[/+]xml\b/, 'xml'],
  [/^text\/html\b/, 'html'],
  [/^text\/csv\b/, 'csv'],
  [/^text\//, 'txt'],
]

/**
 * The body of a response as a file: text as it is shown, digit for digit, and bytes where it is no text. `whole` is all of one of
 * which only the beginning is recorded; null where that is no longer there.
 */
export function bodyFile(
  { headers, body }: Pick<Response, 'headers' | 'body'>,
  whole: Uint8Array | null = null,
): {
  name: string
  content: string | Uint8Array
} {
  const type = contentTypeIn(headers).toLowerCase()
  const isText = body.encoding === 'utf-8'
  const ending = endings.find(([pattern]) => pattern.test(type))?.[1] ?? (isText ? 'txt' : 'bin')
  const name = body.isHead === true && whole === null ? 'beginning-of-response' : 'response'
  return { name: `${name}.${ending}`, content: whole ?? (isText ? body.text : Buffer.from(body.text, 'base64')) }
}
