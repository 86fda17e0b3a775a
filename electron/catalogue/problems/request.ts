import type { EvidenceNames } from '../evidence.ts'

export const requestProblems = {
  secret_parameter: { evidence: ['name'] },
  header_not_sent: { evidence: ['name'] },
} as const satisfies Record<string, EvidenceNames>
