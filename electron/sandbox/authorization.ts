import type { IncomingMessage } from 'node:http'
import { proofAlgorithms } from './algorithms.ts'

/** How an access token is sent. @see RFC 6750 §2.1, RFC 9449 §7.1 */
export type TokenScheme = 'Bearer' | 'DPoP'

export interface PresentedToken {
  scheme: TokenScheme
  token: string
}

/** The access token in `Authorization`, or null when the request carries none. */
export function presentedToken({ headers }: IncomingMessage): PresentedToken | null {
  const [, scheme, token] = /^(Bearer|DPoP) +([A-Za-z0-9\-._~+/]+=*)$/i.exec(headers.authorization ?? '') ?? []
  if (scheme === undefined || token === undefined) return null
  return { scheme: scheme.toLowerCase() === 'dpop' ? 'DPoP' : 'Bearer', token }
}

/** The token of `Authorization: Bearer`, or null. */
export function bearerToken(request: IncomingMessage): string | null {
  const presented = presentedToken(request)
  return presented?.scheme === 'Bearer' ? presented.token : null
}

/** @see RFC 6750 §3.1, RFC 9449 §7.1, §9 */
export interface TokenError {
  error: 'invalid_token' | 'insufficient_scope' | 'invalid_dpop_proof' | 'use_dpop_nonce'
  error_description: string
  /** What would have been enough. */
  scope?: string
}

/** The value of `WWW-Authenticate`; without an error when the request carried no credentials. @see RFC 6750 §3 */
export function challenge(scheme: TokenScheme, error: TokenError | null): string {
  const algs = scheme === 'DPoP' ? { algs: proofAlgorithms.join(' ') } : {}
  const attributes = Object.entries({ realm: 'sandbox', ...error, ...algs })
  return `${scheme} ${attributes.map(([name, value]) => `${name}="${value.replace(/["\\]/g, "'")}"`).join(', ')}`
}
