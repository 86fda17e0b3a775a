import { expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../electron/shell/csp.ts'

test('the policy allows nothing but the two loosenings that are written down', () => {
  expect(contentSecurityPolicy('abc').split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'nonce-abc'",
    "img-src 'self' data:",
    "font-src 'self'",
    "worker-src 'self'",
    "connect-src 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ])
})
