import type { HeldToken } from '../../electron/contract/token.ts'
import { decodeToken } from '../../electron/core/token/decode/decode.ts'

/** An opaque token as it is held, from 1970 on, which does not end. */
export const heldToken = (change: Partial<HeldToken>): HeldToken => ({
  environmentId: 'orders',
  masked: 'op…',
  token_type: 'Bearer',
  expires_in: '3600',
  scopeAsked: '',
  scopeGranted: null,
  lifetime: { issuedAt: 0, expiresAt: null },
  clockOffset: 0,
  revokedAt: null,
  response: { source: '{}', members: [] },
  decoded: decodeToken('opaque'),
  binding: null,
  stale: false,
  previousIssuedAt: null,
  exchangeId: 'ex-1',
  ...change,
})
