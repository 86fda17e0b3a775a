import type { FindingEntry } from './entry.ts'

const guess = { severity: 'warning', section: 'RFC 7662 §2.2', confidence: 'possible' } as const

/** About introspection. Times are seconds; `token` is `JWT` or `opaque`. */
export const introspectionFindings = {
  active_missing: {
    severity: 'error',
    section: 'RFC 7662 §2.2',
    evidence: [],
    optional: ['message', 'place'],
  },
  active_not_boolean: {
    severity: 'error',
    section: 'RFC 7662 §2.2',
    evidence: ['active', 'as'],
    pointers: [{ kind: 'response_member', name: 'active' }],
  },
  active_after_revocation: { severity: 'error', section: 'RFC 7009 §2.1', evidence: ['secondsAgo', 'token'] },
  introspection_unsupported_token_type: { severity: 'error', section: 'RFC 7662 §2.3', evidence: ['token'] },
  introspection_member_odd: { severity: 'info', section: 'RFC 7662 §2.2', evidence: ['member', 'value'] },
  introspection_scope_less: {
    severity: 'warning',
    section: 'RFC 7662 §2.2',
    evidence: ['held', 'granted', 'missing'],
    pointers: [{ kind: 'response_member', name: 'scope' }],
  },
  introspection_not_signed: { severity: 'warning', section: 'RFC 9701 §4', evidence: [] },
  introspection_jwt_malformed: {
    severity: 'error',
    section: 'RFC 9701 §5',
    evidence: ['offset', 'contentType'],
    optional: ['segment', 'reason'],
  },
  introspection_jwt_unexpected: {
    severity: 'warning',
    section: 'RFC 9701 §5',
    evidence: ['name', 'expected', 'actual'],
  },
  introspection_signature_valid: { severity: 'info', section: 'RFC 9701 §5', evidence: ['reason'], open: true },
  introspection_signature_invalid: { severity: 'error', section: 'RFC 9701 §5', evidence: ['reason'], open: true },
  introspection_signature_unchecked: {
    severity: ['warning', 'error'],
    section: 'RFC 9701 §5',
    evidence: ['reason'],
    open: true,
  },
  inactive_expired: {
    severity: 'warning',
    section: 'RFC 7662 §2.2',
    evidence: ['secondsAgo', 'at', 'by'],
    pointers: [{ kind: 'claim', name: 'exp' }],
  },
  inactive_revoked_here: { severity: 'info', section: 'RFC 7662 §2.2', evidence: ['secondsAgo', 'at'] },
  inactive_not_yet_valid: {
    severity: 'warning',
    section: 'RFC 7662 §2.2',
    evidence: ['secondsToGo', 'at', 'nbf'],
    pointers: [{ kind: 'claim', name: 'nbf' }],
  },
  inactive_other_issuer: {
    severity: 'warning',
    section: 'RFC 7662 §4',
    confidence: 'likely',
    evidence: ['iss', 'issuer'],
    pointers: [
      { kind: 'claim', name: 'iss' },
      { kind: 'field', field: 'issuer' },
    ],
  },
  inactive_caller_not_in_audience: {
    ...guess,
    evidence: ['client_id', 'aud'],
    pointers: [{ kind: 'claim', name: 'aud' }],
  },
  inactive_opaque_elsewhere: {
    ...guess,
    section: 'RFC 7662 §4',
    evidence: ['issuing', 'asked'],
    pointers: [{ kind: 'field', field: 'introspection_endpoint' }],
  },
  inactive_clocks_differ: { ...guess, section: 'RFC 7519 §4.1.4', evidence: ['seconds', 'server', 'token'] },
  inactive_unexplained: { ...guess, evidence: ['token'] },
} as const satisfies Readonly<Record<string, FindingEntry>>
