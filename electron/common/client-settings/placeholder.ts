import { wordsOf } from './named/named-text.ts'

/** Whether a text is where a value belongs, and not one: `<client-id>`, `{{client_id}}`, `$ID`, `${ID}`, `YOUR_CLIENT_ID`. */
export function isPlaceholder(text: string): boolean {
  const trimmed = text.trim()
  return (
    (trimmed.startsWith('<') && trimmed.endsWith('>')) ||
    trimmed.includes('{{') ||
    trimmed.startsWith('${') ||
    /^(?:\$(?:env:)?[A-Z_][A-Z0-9_]*|%[A-Z_][A-Z0-9_]*%)$/.test(trimmed) ||
    /^[[({*]*(?:redacted|hidden|masked)[\])}*]*$/i.test(trimmed) ||
    /^your[-_ ]/i.test(trimmed) ||
    /^(?:change[-_ ]?me|todo|…|[.…*x•]{2,})$/i.test(trimmed)
  )
}

/** Names of what would be stored in clear though it may be secret. */
export const isSecretName = (name: string): boolean =>
  /secret|password|passwd|passwort|kennwort|passcode|contrase|senha|mot[-_ ]?de[-_ ]?passe|passphrase|authorization|cookie|token|assertion|credential|private|api-?_?key|subscription-key|session|^dpop$|^code$|^sig/i.test(
    name,
  ) || secretWords.has(wordsOf(name).at(-1) ?? '')

const secretWords = new Set([
  'key',
  'auth',
  'pass',
  'pwd',
  'pw',
  'pin',
  'otp',
  'jwt',
  'bearer',
  'sid',
  'signature',
  'hmac',
])

/** Whether a text has one of these variables in it, which are as notes name them. */
export const isOfVariable = (text: string, variables: readonly string[]): boolean =>
  variables.some((variable) => text.includes(variable.replace(/…[)}]$/, '')))

/** Values of the kind that credentials are, under any name. */
export const isCredential = (value: string): boolean => /^(?:(?:bearer|basic|dpop) +\S|eyJ[\w-]+\.)/i.test(value.trim())

/** Whether a path says by itself where its file is, on this computer: a network share learns who opens it. */
export const isAbsolutePath = (path: string): boolean => /^(?:\/(?!\/)|~\/|[A-Za-z]:[\\/])/.test(path)

/** Whether a path leads off this computer: a network share, or a URL. */
export const isPathElsewhere = (path: string): boolean => /^(?:[\\/]{2}|[a-z][a-z0-9+.-]{1,20}:\/\/)/i.test(path)
