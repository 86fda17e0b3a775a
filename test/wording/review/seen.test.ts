import { expect, test } from 'vitest'
import type { Seen } from '../../../electron/contract/review.ts'
import { seenLine, seenSource } from '../../../electron/wording/review/seen.ts'

const at = Date.UTC(2026, 10, 30, 14, 20, 12)
const seen = (known: Partial<Seen>): Seen => ({
  kind: 'member',
  name: 'expires_in',
  value: '86400',
  exchangeId: null,
  at: null,
  ...known,
})

test.each<[Partial<Seen>, string, string]>([
  [{ exchangeId: 'e', at, purpose: 'token' }, '"expires_in": 86400', 'Token response'],
  [{ exchangeId: 'e', at }, '"expires_in": 86400', 'Body of the answer'],
  [{ kind: 'claim', name: 'exp - iat', at }, 'exp - iat = 86400', 'Claims of the token'],
  [
    { kind: 'header', name: 'Cache-Control', value: 'no-store', at, purpose: 'introspection' },
    'Cache-Control: no-store',
    'Introspection response',
  ],
  [{ kind: 'status', name: 'status', value: '401', at, purpose: 'api' }, 'Status 401', 'API response'],
  [
    { kind: 'tls', name: 'protocol', value: 'TLSv1.1', at, purpose: 'revocation' },
    'Protocol: TLSv1.1',
    'Connection of the revocation request',
  ],
  [{ kind: 'tls', name: 'validTo', value: '2026-12-01' }, 'Valid until: 2026-12-01', 'Connection'],
  [{ kind: 'parameter', name: 'scope', value: 'a b', at, purpose: 'token' }, 'scope=a b', 'Token request'],
  [
    { kind: 'setting', name: 'token_endpoint_auth_method', value: 'client_secret_post' },
    'Authentication method: client_secret_post',
    'Settings',
  ],
  [{ kind: 'setting', name: 'apiCalls.0.url', value: 'x' }, 'apiCalls.0.url: x', 'Settings'],
  [{ kind: 'figure', name: 'calls_per_token', value: '38' }, 'Calls per token: 38', 'History'],
  [{ kind: 'key', name: 'kid 1', value: 'RSA 1024' }, 'kid 1: RSA 1024', 'Key of the server'],
  [
    { kind: 'status', name: 'GET https://api.example/orders', value: '200', at, step: 'call_with_changed_token' },
    'GET https://api.example/orders → 200',
    'Call the API with a changed signature',
  ],
  [
    { kind: 'status', name: 'GET https://api.example/orders', value: 'tls_self_signed', at, step: 'call_api' },
    'GET https://api.example/orders → Self-signed certificate',
    'Call the API',
  ],
  [{ kind: 'claim', name: 'alg', value: 'RS256', at }, 'alg = RS256', 'Header of the token'],
  [{ kind: 'figure', name: 'audit_entries', value: '9' }, 'Audit entries: 9', 'Audit trail'],
  [{ kind: 'figure', name: 'api_calls', value: '9' }, 'API calls: 9', 'History'],
  [{ kind: 'environment', name: 'Prod', value: 'same secret' }, 'Prod: same secret', 'Other environment'],
])('what was seen is shown as it is, with where: %o', (known, line, source) => {
  expect(seenLine(seen(known))).toBe(line)
  expect(seenSource(seen(known))).toBe(source)
})
