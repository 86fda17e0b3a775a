import { mark, maskToken } from './mask.ts'

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
