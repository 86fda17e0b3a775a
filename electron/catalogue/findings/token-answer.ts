import type { FindingEntry } from './entry.ts'

const member = (name: string) => [{ kind: 'response_member', name }] as const

/** About what a token response says of the token. Times are seconds. */
export const tokenAnswerFindings = {
  token_type_missing: { severity: 'error', section: 'RFC 6749 §5.1', evidence: [] },
  token_type_unknown: {
    severity: ['error', 'info'],
    section: 'RFC 6749 §7.1',
    evidence: ['token_type'],
    pointers: member('token_type'),
  },
  access_token_missing: {
    severity: 'error',
    section: 'RFC 6749 §5.1',
    evidence: [],
    optional: ['message', 'place'],
  },
  access_token_not_string: {
    severity: 'error',
    section: 'RFC 6749 §5.1',
    evidence: ['is'],
    pointers: member('access_token'),
  },
  token_has_scheme: {
    severity: 'error',
    section: 'RFC 6750 §2.1',
    evidence: ['scheme'],
    pointers: member('access_token'),
  },
  token_characters: {
    severity: ['warning', 'info'],
    section: 'RFC 6750 §2.1',
    evidence: ['character', 'position'],
    pointers: member('access_token'),
  },
  token_elsewhere: {
    severity: ['error', 'warning'],
    section: 'RFC 6749 §5.1',
    confidence: 'likely',
    evidence: ['status', 'as', 'place'],
  },
  token_repeated: { severity: ['info', 'warning'], section: 'RFC 7519 §4.1.7', evidence: ['revoked'] },
  error_beside_token: {
    severity: 'warning',
    section: 'RFC 6749 §5.2',
    evidence: ['error'],
    optional: ['error_description', 'message', 'place'],
    pointers: member('error'),
  },
  expires_in_missing: { severity: 'info', section: 'RFC 6749 §5.1', evidence: [] },
  expires_in_not_number: {
    severity: 'info',
    section: 'RFC 6749 §5.1',
    evidence: ['expires_in'],
    pointers: member('expires_in'),
  },
  expires_in_out_of_range: {
    severity: 'error',
    section: 'RFC 6749 §5.1',
    evidence: ['expires_in'],
    optional: ['date'],
    pointers: member('expires_in'),
  },
  times_contradict: {
    severity: 'warning',
    section: 'RFC 6749 §5.1',
    evidence: ['exp', 'left', 'is', 'expires_in'],
    pointers: [
      { kind: 'claim', name: 'exp' },
      { kind: 'response_member', name: 'expires_in' },
    ],
  },
  scope_narrowed: {
    severity: 'warning',
    section: 'RFC 6749 §3.3',
    evidence: ['asked', 'granted', 'missing'],
    pointers: [
      { kind: 'response_member', name: 'scope' },
      { kind: 'field', field: 'scope' },
    ],
  },
  scope_widened: {
    severity: 'info',
    section: 'RFC 6749 §3.3',
    evidence: ['asked', 'granted', 'extra'],
    pointers: member('scope'),
  },
  scope_omitted: { severity: 'info', section: 'RFC 6749 §5.1', evidence: [] },
  scope_form: {
    severity: ['error', 'warning', 'info'],
    section: 'RFC 6749 §3.3',
    evidence: ['form', 'is', 'scope'],
    pointers: member('scope'),
  },
  cache_allowed: {
    severity: 'info',
    section: 'RFC 6749 §5.1',
    evidence: ['Cache-Control'],
    pointers: [{ kind: 'response_header', name: 'Cache-Control' }],
  },
} as const satisfies Readonly<Record<string, FindingEntry>>
