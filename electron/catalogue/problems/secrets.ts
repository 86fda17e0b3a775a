import type { EvidenceNames } from '../evidence.ts'

/** `secret` is the name of a secret of an environment. */
export const secretProblems = {
  secret_asked_each_time: { evidence: ['secret'] },
  /** `source`: its kind, such as vault. A preview asks nothing on the network. */
  secret_source_not_asked_yet: { evidence: ['secret', 'source'] },
  /** `reason`: in the words of the source. */
  secret_source_failed: { evidence: ['secret', 'reason'] },
  stored_secret_unreadable: { evidence: ['secret', 'reason'] },
  /** Its remedy says what would go where and how, and `wording/allow.ts` writes that. */
  origin_not_approved: { evidence: ['origin'] },
} as const satisfies Record<string, EvidenceNames>
