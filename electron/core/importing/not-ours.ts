/** How other files begin, as text that was read as UTF-8: what is no UTF-8 became U+FFFD. */
const beginnings: readonly (readonly [string, string])[] = [
  ['\u{1F}\u{FFFD}', 'a gzip archive. Unpack it, and import what is in it'],
  ['PK\u{3}\u{4}', 'a zip archive. Unpack it, and import what is in it'],
  ['BZh', 'a bzip2 archive. Unpack it, and import what is in it'],
  ['\u{FFFD}7zXZ', 'an xz archive. Unpack it, and import what is in it'],
  ['(\u{FFFD}/\u{FFFD}', 'a Zstandard archive. Unpack it, and import what is in it'],
  ['age-encryption.org/v1\n', 'a binary age file. Encrypt it with age --armor, or decrypt it first'],
  ['SQLite format 3\0', 'a database, perhaps the workspace itself. Export environments from the app that has it'],
  ['-----BEGIN ', 'a PEM file'],
  ['<', 'XML or HTML'],
  ['\u{FFFD}\u{FFFD}', 'a text in UTF-16, or a packed file. Save it as UTF-8'],
]

/** What a text is, when it is recognized and cannot be JSON; null when it may be. */
export function otherFileKind(text: string): string | null {
  const known = beginnings.find(([beginning]) => text.startsWith(beginning))
  if (known !== undefined) return known[1]
  return Array.from(text.slice(0, 1000)).some(isBinary) ? 'a binary file' : null
}

const isBinary = (character: string) => character < ' ' && !'\t\n\r\f\v'.includes(character)
