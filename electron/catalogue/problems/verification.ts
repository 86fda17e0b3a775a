import type { EvidenceNames } from '../evidence.ts'

export const verificationProblems = {
  /** `reason`: the reason of a check, whose evidence the others are. */
  verification_key_unreadable: { evidence: ['reason'], optional: ['character', 'label'] },
  key_url_in_clear: { evidence: [] },
  environment_of_secret_missing: { evidence: [] },
  environment_of_key_missing: { evidence: [] },
  opening_key_unreadable: { evidence: [] },
  shared_secret_missing: { evidence: [] },
  /** `character`: its position, from 1. `looks_like`: base64. */
  shared_secret_not_base64url: { evidence: ['character'], optional: ['looks_like'] },
  shared_secret_length: { evidence: [] },
  shared_secret_not_hex: { evidence: ['character'] },
  shared_secret_odd_hex: { evidence: [] },
} as const satisfies Record<string, EvidenceNames>
