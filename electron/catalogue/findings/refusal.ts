import type { FindingEntry } from './entry.ts'

/** What an error response may say beside its code. */
const optional = ['error_description', 'message', 'place', 'scope', 'hint'] as const

const refused = { severity: 'error', section: 'RFC 6749 §5.2', evidence: ['status', 'error'], optional } as const

/** About endpoints that refuse, by the standard or in a way of their own. */
export const refusalFindings = {
  /** `method` is how the client authenticated; absent where that is not known. */
  invalid_client: { ...refused, optional: [...optional, 'method'] },
  invalid_scope: { ...refused, pointers: [{ kind: 'field', field: 'scope' }] },
  unauthorized_client: refused,
  unsupported_grant_type: { ...refused, pointers: [{ kind: 'field', field: 'token_endpoint' }] },
  invalid_request: refused,
  invalid_grant: refused,
  invalid_target: { ...refused, section: 'RFC 8707 §2', pointers: [{ kind: 'field', field: 'resource' }] },
  refused_other: refused,
  error_missing: {
    severity: 'error',
    section: 'RFC 6749 §5.2',
    evidence: ['status', 'body'],
    optional: ['error', 'errorIs', 'message', 'place'],
  },
  error_in_success: { severity: 'warning', section: 'RFC 6749 §5.2', evidence: ['status'] },
  error_nested: {
    severity: 'info',
    section: 'RFC 6749 §5.2',
    evidence: [],
    pointers: [{ kind: 'response_member', name: 'error' }],
  },
  error_in_challenge: { severity: 'info', section: 'RFC 6749 §5.2', evidence: ['header'] },
  challenge_misplaced: { severity: 'info', section: 'RFC 6749 §5.2', evidence: ['header'] },
  new_secret_refused: { severity: 'warning', section: null, evidence: ['secret'] },
} as const satisfies Readonly<Record<string, FindingEntry>>
