import type { EvidenceNames } from '../evidence.ts'

/** `secret` is the name of a secret of an environment. */
export const secretProblems = {
  secret_asked_each_time: { evidence: ['secret'] },
  /** `source`: its kind, such as vault. A preview asks nothing on the network. */
  secret_source_not_asked_yet: { evidence: ['secret', 'source'] },
  /** With its cause, and so is the next. */
  secret_source_failed: { evidence: ['secret'] },
  stored_secret_unreadable: { evidence: ['secret'] },
  passphrase_needed: { evidence: [] },
  keyring_locked: { evidence: [] },
  /** The names of two keyrings; or twice the same, where it holds another key. */
  keyring_changed: { evidence: ['backend', 'found'] },
  data_key_damaged: { evidence: [] },
  value_damaged: { evidence: [] },
  secret_not_set: { evidence: ['secret'] },
  /** Its remedy says what would go where and how, and `wording/allow.ts` writes that. */
  origin_not_approved: { evidence: ['origin'] },
} as const satisfies Record<string, EvidenceNames>
