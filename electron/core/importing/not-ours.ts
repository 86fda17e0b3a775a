import type { OtherFile } from '../../contract/import-problem.ts'

/** How other files begin, as text that was read as UTF-8: what is no UTF-8 became U+FFFD. */
const beginnings: readonly (readonly [string, OtherFile])[] = [
  ['\u{1F}\u{FFFD}', 'gzip'],
  ['PK\u{3}\u{4}', 'zip'],
  ['BZh', 'bzip2'],
  ['\u{FFFD}7zXZ', 'xz'],
  ['(\u{FFFD}/\u{FFFD}', 'zstd'],
  ['age-encryption.org/v1\n', 'age_binary'],
  ['SQLite format 3\0', 'database'],
  ['-----BEGIN ', 'pem'],
  ['<', 'markup'],
  ['\u{FFFD}\u{FFFD}', 'utf16'],
]

/** What zip archives begin with that are documents: their parts, or what OpenDocument says that it is. */
const officePart = /\[Content_Types\]\.xml|_rels\/|docProps\/|mimetypeapplication\/vnd\.oasis/

/** What a text is, when it is recognized and cannot be JSON; null when it may be. */
export function otherFileKind(text: string): OtherFile | null {
  const known = beginnings.find(([beginning]) => text.startsWith(beginning))
  if (known?.[1] === 'zip') return officePart.test(text.slice(0, 2000)) ? 'office' : 'zip'
  if (known !== undefined) return known[1]
  return Array.from(text.slice(0, 1000)).some(isBinary) ? 'binary' : null
}

const isBinary = (character: string) => character < ' ' && !'\t\n\r\f\v'.includes(character)

/** Whether a text is nothing but a token: three or five parts of base64url, the first of which is a JSON object. */
export const isToken = (text: string): boolean =>
  /^(?:Bearer[ \t]+)?ey[\w-]*\.[\w-]*\.[\w-]*(?:\.[\w-]+\.[\w-]+)?$/i.test(text.trim())
