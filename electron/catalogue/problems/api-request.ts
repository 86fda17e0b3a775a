import type { EvidenceNames } from '../evidence.ts'

export const apiRequestProblems = {
  file_to_choose: { evidence: ['name'] },
  /** `most`: bytes. */
  body_file_too_large: { evidence: ['path', 'most'] },
  /** `most`: bytes. */
  body_too_large_to_copy: { evidence: ['most'] },
  header_of_token: { evidence: ['name'] },
  header_value_unfit: { evidence: ['name'] },
  content_type_unfit: { evidence: [] },
  pasted_token_unfit: { evidence: [] },
} as const satisfies Record<string, EvidenceNames>
