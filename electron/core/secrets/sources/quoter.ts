import { secretMasker } from '../../redaction/mask-secrets.ts'

const mostCharacters = 300

/** Makes what quotes a server or a library safely and in short: one line, no character that changes how text looks, and none of these secrets. */
export function quoter(secrets: readonly (string | undefined)[]): (text: string) => string {
  const mask = secretMasker(secrets.flatMap((secret) => (secret === undefined || secret === '' ? [] : [secret])))
  return (text) => {
    const line = mask(text)
      .replaceAll(/[\s\p{C}]+/gu, ' ')
      .trim()
    return line.length > mostCharacters ? `${line.slice(0, mostCharacters)}…` : line
  }
}
