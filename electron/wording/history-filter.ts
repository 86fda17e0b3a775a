import type { Purpose } from '../contract/exchange.ts'
import type { Sender, StatusClass } from '../vocabulary/history.ts'

/** What a request was for, in the order in which they are offered. */
export const purposeNames: Readonly<Record<Purpose, string>> = {
  token: 'Token request',
  api: 'API call',
  introspection: 'Introspection',
  revocation: 'Revocation',
  discovery: 'Metadata',
  jwks: 'Key set',
}

export const senderNames: Readonly<Record<Sender, string>> = { person: 'You', watch: 'The watch' }

export const statusNames: Readonly<Record<StatusClass, string>> = {
  '2xx': '2xx, succeeded',
  '3xx': '3xx, redirected',
  '4xx': '4xx, refused',
  '5xx': '5xx, server failed',
  none: 'No answer',
}
