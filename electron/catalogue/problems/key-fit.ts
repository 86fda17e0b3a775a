import type { EvidenceNames } from '../evidence.ts'

export const keyFitProblems = {
  /** `type` and `curve` of the key, as the runtime names them; `alg` of the assertion or proof. */
  key_of_other_kind: { evidence: ['alg', 'type'], optional: ['curve'] },
  rsa_key_too_small: { evidence: ['alg', 'bits', 'least'] },
} as const satisfies Record<string, EvidenceNames>
