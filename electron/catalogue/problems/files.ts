import type { EvidenceNames } from '../evidence.ts'

export const fileProblems = {
  file_path_not_absolute: { evidence: [] },
  file_on_network_share: { evidence: ['path'] },
  file_missing: { evidence: ['path'] },
  file_is_folder: { evidence: ['path'] },
  file_not_regular: { evidence: ['path'] },
  /** `most`: bytes. */
  file_too_large: { evidence: ['path', 'most'] },
  file_not_permitted: { evidence: ['path'] },
  /** `error`: the code of the operating system, such as ELOOP. */
  file_not_readable: { evidence: ['path', 'error'] },
} as const satisfies Record<string, EvidenceNames>
