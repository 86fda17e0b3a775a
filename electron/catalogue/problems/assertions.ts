import type { EvidenceNames } from '../evidence.ts'

export const assertionProblems = {
  assertion_file_empty: { evidence: [] },
  assertion_with_white_space: { evidence: [] },
  assertion_in_json: { evidence: [] },
  assertion_encrypted: { evidence: [] },
  assertion_not_three_parts: { evidence: ['parts'] },
  assertion_not_base64url: { evidence: [] },
  assertion_not_decodable: { evidence: [] },
  assertion_unsigned: { evidence: [] },
  assertion_without_expiry: { evidence: [] },
  assertion_expiry_not_number: { evidence: [] },
  assertion_expiry_in_milliseconds: { evidence: [] },
  /** `seconds`: since then. */
  assertion_expired: { evidence: ['seconds'] },
  /** `seconds`: until then. */
  assertion_not_yet_valid: { evidence: ['seconds'] },
} as const satisfies Record<string, EvidenceNames>
