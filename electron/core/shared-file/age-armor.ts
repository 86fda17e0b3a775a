const begin = '-----BEGIN AGE ENCRYPTED FILE-----'
const end = '-----END AGE ENCRYPTED FILE-----'

/** The lines of ASCII armor. The library's own takes seconds for what Node's base64 does at once. */
export function armorOf(file: Uint8Array): string[] {
  return [begin, ...linesOf(Buffer.from(file).toString('base64')), end]
}

/**
 * Null for what is not armor in its one strict form: 64 characters a line, padding where it belongs, no stray bits. Line
 * ends may be CRLF, and there may be white space around it.
 *
 * @see https://age-encryption.org/v1 "ASCII armor"
 */
export function readArmor(armor: string): Buffer | null {
  const text = armor.trim().replaceAll('\r\n', '\n')
  if (!text.startsWith(`${begin}\n`) || !text.endsWith(`\n${end}`)) return null
  const body = text.slice(begin.length + 1, -end.length - 1)
  const bytes = Buffer.from(body, 'base64')
  return linesOf(bytes.toString('base64')).join('\n') === body ? bytes : null
}

function linesOf(base64: string): string[] {
  return base64.match(/.{1,64}/g) ?? []
}
