import type { Purpose } from '../../../electron/contract/exchange.ts'

/** What requests are for, in the order in which they are offered. */
export const purposes = [
  'token',
  'api',
  'introspection',
  'revocation',
  'discovery',
  'jwks',
] as const satisfies readonly Purpose[]
