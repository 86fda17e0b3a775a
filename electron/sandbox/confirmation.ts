import { isRecord } from './json-http.ts'

/** What a token is bound to: the thumbprint of a DPoP key, of a client certificate, or nothing. @see RFC 7800 §3 */
export interface Confirmation {
  /** @see RFC 9449 §6 */
  jkt: string | null
  /** @see RFC 8705 §3.1 */
  'x5t#S256': string | null
}

/** Reads `cnf` of a token's claims or of an introspection response. */
export function confirmationOf({ cnf }: Record<string, unknown>): Confirmation {
  const member = (name: string): string | null => {
    const value = isRecord(cnf) ? cnf[name] : undefined
    return typeof value === 'string' ? value : null
  }
  return { jkt: member('jkt'), 'x5t#S256': member('x5t#S256') }
}
