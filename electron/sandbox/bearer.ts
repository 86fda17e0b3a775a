import type { IncomingMessage } from 'node:http'

/** The token of `Authorization: Bearer`, or null when the request carries none. @see RFC 6750 §2.1 */
export function bearerToken(request: IncomingMessage): string | null {
  return /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null
}

export interface BearerError {
  error: 'invalid_token' | 'insufficient_scope'
  error_description: string
  /** What would have been enough. */
  scope?: string
}

/** The value of `WWW-Authenticate`; without an error when the request carried no credentials. @see RFC 6750 §3 */
export function challenge(error: BearerError | null): string {
  const attributes = Object.entries({ realm: 'sandbox', ...error })
  return `Bearer ${attributes.map(([name, value]) => `${name}="${value.replace(/["\\]/g, "'")}"`).join(', ')}`
}
