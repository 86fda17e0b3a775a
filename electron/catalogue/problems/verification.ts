import type { EvidenceNames } from '../evidence.ts'

export const verificationProblems = {
  verification_key_missing: { evidence: [] },
  /** `character`: where reading stopped, from 1. */
  verification_key_not_json: { evidence: [], optional: ['character'] },
  verification_key_not_jwk: { evidence: [] },
  verification_key_cut_off: { evidence: [] },
  verification_key_encrypted: { evidence: [] },
  /** `label`: that of the PEM block. */
  verification_key_damaged: { evidence: ['label'] },
  verification_key_in_pfx: { evidence: [] },
  verification_key_in_java_key_store: { evidence: [] },
  verification_key_format_unsupported: { evidence: [] },
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
