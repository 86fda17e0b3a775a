import type { FindingEntry } from './entry.ts'

/** What is worth knowing of an exchange that went well. Times are seconds. */
export const successFindings = {
  lifetime_long: {
    severity: 'info',
    section: 'RFC 9700 §2.2.1',
    evidence: ['expires_in'],
    pointers: [{ kind: 'response_member', name: 'expires_in' }],
  },
  clock_differs: {
    severity: 'info',
    section: 'RFC 7519 §4.1.4',
    evidence: ['seconds', 'server'],
    pointers: [{ kind: 'response_header', name: 'Date' }],
  },
  token_without_audience: {
    severity: 'info',
    section: 'RFC 9700 §2.3',
    evidence: [],
    pointers: [
      { kind: 'claim', name: 'aud' },
      { kind: 'field', field: 'audience' },
    ],
  },
  server_certificate_ends: { severity: 'info', section: 'RFC 5280 §4.1.2.5', evidence: ['host', 'days', 'at'] },
  token_algorithm_weak: {
    severity: 'warning',
    section: 'RFC 8725 §3.2',
    evidence: ['alg'],
    pointers: [{ kind: 'claim', name: 'alg' }],
  },
} as const satisfies Readonly<Record<string, FindingEntry>>
