import { z } from 'zod'

/** An entry of the workspace that is not as the app wrote it, as far as it can be named. */
export const damagedEntrySchema = z.strictObject({
  kind: z.enum([
    'environment',
    'api_call',
    'exchange',
    'conclusion',
    'exchange_mark',
    'recording',
    'history_limits',
    'flow_run',
    'probe_result',
    'secret',
    'data_key',
    'secret_origin',
    'from_file',
    'sharing_key',
    'sharing_contact',
    'audit_event',
    'other',
  ]),
  /** Its own name, what it requests, the moment it began, the name of the secret, or its table; empty when it cannot be read. */
  name: z.string(),
  /** The name of the environment that it belongs to; empty for none. */
  environment: z.string(),
})
export type DamagedEntry = z.infer<typeof damagedEntrySchema>
