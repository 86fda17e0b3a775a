/** Both hosts of this have it; their common types do not. */
declare const atob: (base64: string) => string

/** UTF-8 text of base64 or base64url; null when it is neither. */
export function decodeBase64(text: string): string | null {
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return decodeUtf8(bytes)
  } catch {
    return null
  }
}

/** Text of bytes, one a character; as Latin-1 where they are no UTF-8. */
export function decodeUtf8(bytes: string): string {
  try {
    return decodeURIComponent(
      Array.from(bytes, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`).join(''),
    )
  } catch {
    return bytes
  }
}

/** One name or value of a form; what is not well encoded stays as it is. */
export function decodeForm(text: string): string {
  return decodePercent(text.replaceAll('+', ' '))
}

/** A part of a URL; what is not well encoded stays as it is. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** As the URL Standard serializes a form. */
export const encodeForm = (text: string): string =>
  encodeURIComponent(text.toWellFormed())
    .replaceAll(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
