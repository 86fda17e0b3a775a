import { z } from 'zod'
import { reason } from './reason.ts'

/** Why the keys for sharing were left as they were. */
export const sharingKeyProblemSchema = z.discriminatedUnion('code', [
  reason('being_made', {}),
  reason('storage_not_ready', { storage: z.enum(['unavailable', 'locked', 'changed', 'damaged']) }),
  reason('keys_exist', {}),
  reason('keys_not_stored', {}),
  reason('own_recipient', {}),
  reason('unusable_recipient', {}),
  reason('author_not_remembered', {}),
  reason('author_has_other_key', { name: z.string() }),
])
export type SharingKeyProblem = z.infer<typeof sharingKeyProblemSchema>
