import type { FindingEntry } from './entry.ts'

/** What the answer of an API says of its reasons. */
const said = ['error', 'error_description', 'message', 'place', 'answer', 'page'] as const

/** About protected APIs, and about tokens that were revoked or expired. Times are seconds. */
export const apiFindings = {
  api_forbidden: { severity: 'error', section: 'RFC 9110 §15.5.4', evidence: ['status'], optional: said },
  api_redirect_not_followed: {
    severity: ['warning', 'info'],
    section: 'RFC 9110 §15.4',
    evidence: ['status', 'reason', 'hops'],
    optional: ['location'],
    pointers: [{ kind: 'response_header', name: 'Location' }],
  },
  api_redirect_without_token: {
    severity: 'warning',
    section: 'RFC 9110 §15.4',
    evidence: ['status', 'origin'],
    pointers: [{ kind: 'response_header', name: 'Location' }],
  },
  /** `authorization`: typed or none. */
  api_sent_without_token: { severity: 'info', section: 'RFC 6750 §3', evidence: ['status', 'authorization'] },
  /** Scopes, separated by spaces. */
  api_scopes_missing: {
    severity: 'info',
    section: 'RFC 6750 §3.1',
    confidence: 'likely',
    evidence: ['missing', 'granted', 'status'],
  },
  /** `reason`: same_token, or as the outcome of the token request; `error`: of the authorization server. */
  token_renewal_failed: { severity: 'warning', section: null, evidence: ['reason'], optional: ['error'] },
  api_answer_web_page: {
    severity: 'warning',
    section: null,
    confidence: 'possible',
    evidence: ['status'],
    optional: ['page', 'sign'],
    pointers: [{ kind: 'response_header', name: 'Content-Type' }],
  },
  token_refused: { severity: 'error', section: 'RFC 6750 §3.1', evidence: ['status', 'token'], optional: said },
  expired_token_refused: {
    severity: 'error',
    section: 'RFC 6750 §3.1',
    evidence: ['status', 'secondsAgo'],
    optional: said,
  },
  revoked_token_refused: {
    severity: 'info',
    section: 'RFC 6750 §3.1',
    confidence: 'likely',
    evidence: ['status', 'secondsAgo'],
    optional: said,
  },
  revoked_token_accepted: {
    severity: 'warning',
    section: 'RFC 7009 §3',
    evidence: ['secondsAgo', 'token'],
    optional: ['expiresIn'],
  },
  revocation_not_proof: {
    severity: 'info',
    section: 'RFC 7009 §2.2',
    evidence: [],
    optional: ['message', 'place'],
  },
  revocation_unsupported_token_type: { severity: 'error', section: 'RFC 7009 §2.2.1', evidence: [] },
  challenge_missing: { severity: 'warning', section: 'RFC 6750 §3', evidence: [] },
} as const satisfies Readonly<Record<string, FindingEntry>>
