import type { EvidenceNames } from '../evidence.ts'

/** `place`: url, query, headers or body. */
export const variableProblems = {
  variable_missing: { evidence: ['name', 'place'] },
  variable_secret_not_set: { evidence: ['name', 'place'] },
  variable_secret_in_server: { evidence: [] },
  variables_too_long: { evidence: ['place'] },
} as const satisfies Record<string, EvidenceNames>
