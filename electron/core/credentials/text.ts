/** The text of a file or field: UTF-8, or UTF-16 with its mark (as PowerShell writes it), without byte order mark. */
export function textOf(bytes: Buffer): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes)
}
