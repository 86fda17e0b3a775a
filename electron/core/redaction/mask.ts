import { mark, maskToken } from '../../common/mask-token.ts'

/** Hides what must not be shown in a text. */
export type Mask = (text: string) => string

const run = /[A-Za-z0-9_.-]*/y

/**
 * Masks anything that looks like a JWT: three or more base64url segments, the first beginning `eyJ` (`{"` in base64url); or
 * the beginning of one, where the text was cut off.
 * Every run of characters is looked at once, so that hostile text of any length takes linear time.
 * @see RFC 7515 §7.1
 */
export function maskJwts(text: string): string {
  let masked = ''
  let done = 0
  for (let start = text.indexOf('eyJ'); start !== -1; start = text.indexOf('eyJ', Math.max(done, start))) {
    run.lastIndex = start
    const found = run.exec(text)?.[0] ?? ''
    const [header = '', payload, signature] = found.split('.', 3)
    const isWhole = payload !== undefined && signature !== undefined
    const isCut = start + found.length === text.length && found.length >= 64
    const isJwt = header.length >= 8 && (isWhole || isCut)
    masked += text.slice(done, start) + (isJwt ? maskToken(found) : found)
    done = start + found.length
    start = done
  }
  return masked + text.slice(done)
}

/** A text that is one run of characters and nothing else, with or without quotation marks, and no word of a language. */
const bareToken =
  /^\s{0,99}(?:"((?:[!#-[\]-~]|\\.){4,16384})"|'([!-&(-~]{4,16384})'|([!#-&(-;=?-Z\\^-z|~]{4,16384}))\s{0,99}$/
const parameter = /^[\w.%-]{1,80}=[^=]/

/** What a server answered where JSON belongs, when it may be the token itself; null for anything else. */
function bareTokenOf(text: string): string | null {
  const [, inDouble, inSingle, plain] = (text.length > 20_000 ? null : bareToken.exec(text)) ?? []
  const value = inDouble ?? inSingle ?? plain
  return value === undefined ||
    (plain !== undefined && parameter.test(plain)) ||
    (/^[A-Za-z]+$/.test(value) && value.length < 20)
    ? null
    : value
}

/** The text with the token that it is masked. */
export function maskBareToken(text: string): string {
  const token = bareTokenOf(text)
  return token === null ? text : text.replace(token, () => maskToken(token))
}

/** Evidence with what must not be shown masked in its values. */
export function maskValues(evidence: Readonly<Record<string, string>>, mask: Mask): Record<string, string> {
  return Object.fromEntries(Object.entries(evidence).map(([name, value]) => [name, mask(value)]))
}

/** The last word of a name decides: `slack_bot_token` is a token, `token_type` is none. */
const tokens = /(?:token|tokenhint|jwt|bearer|samlresponse)$/
const secrets = /(?:secret|password|passwd|passphrase|assertion|apikey|privatekey|codeverifier)$/

/** The private parts of a JWK. @see RFC 7518 §6.2.2, §6.3.2, §6.4.1 */
const privateKeyParts = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'])

export type Masking = (value: string) => string

export const hide: Masking = () => mark

/** How to mask the value of a parameter or member of this name; null leaves it. `access_token` and `accessToken` are one. */
export function maskingOf(name: string, inKey: boolean): Masking | null {
  const plain = name.toLowerCase().replaceAll(/[-_. ]/g, '')
  if (tokens.test(plain)) return maskToken
  if (secrets.test(plain) || (inKey && privateKeyParts.has(plain))) return hide
  return plain === 'authorization' || plain === 'proxyauthorization' ? maskCredentials : null
}

const sensitiveName = /(?:^|[-_])(?:token|secret|password|assertion|jwt|api-?key)$/i

/** Masks the value of a field that carries credentials; the scheme, the names of cookies and their attributes stay. */
export function maskHeader(name: string, value: string): string {
  switch (name.toLowerCase()) {
    case 'authorization':
    case 'proxy-authorization':
      return maskCredentials(value)
    case 'dpop':
      return maskToken(value)
    case 'cookie':
      return value.split(';').map(maskCookie).join(';')
    case 'set-cookie': {
      const [cookie = '', ...attributes] = value.split(';')
      return [maskCookie(cookie), ...attributes].join(';')
    }
    default:
      return sensitiveName.test(name) && value !== '' ? mark : value
  }
}

/** @see RFC 9110 §11.4 */
export function maskCredentials(value: string): string {
  const [, scheme, credentials] = /^([^\s=,]+)\s+(\S.*)$/s.exec(value) ?? []
  if (scheme === undefined || credentials === undefined) return value === '' ? value : mark
  return `${scheme} ${/^(?:bearer|dpop)$/i.test(scheme) ? maskToken(credentials) : mark}`
}

/** @see RFC 6265 §4.1.1 */
function maskCookie(pair: string): string {
  const equals = pair.indexOf('=')
  return equals === -1 ? (pair.trim() === '' ? pair : mark) : pair.slice(0, equals + 1) + mark
}

/** In a form body nothing but `&` ends a value, in a URL also `#`. */
const patterns = {
  form: /(^|&)((?:[A-Za-z_-]|%[0-9A-Fa-f]{2}){1,80})=([^&]+)/g,
  url: /([?&#])((?:[A-Za-z_-]|%[0-9A-Fa-f]{2}){1,80})=([^&#]+)/g,
}

/** Masks the values of sensitive parameters (`client_secret=…`), whose names may be percent-encoded. */
export function maskFields(text: string, place: keyof typeof patterns): string {
  return text.replace(patterns[place], (whole, before: string, name: string, value: string) => {
    const masking = maskingOf(percentDecoded(name), false)
    return masking === null ? whole : `${before}${name}=${masking(value)}`
  })
}

const percentDecoded = (name: string) =>
  name.replaceAll(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
