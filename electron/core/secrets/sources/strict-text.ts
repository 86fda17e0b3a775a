/** The text of UTF-8 bytes, or of UTF-16 with its mark (as PowerShell writes it); null when they are neither. */
export function strictText(bytes: Uint8Array): string | null {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  try {
    return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
