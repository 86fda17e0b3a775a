import { z } from 'zod'
import { reason } from './reason.ts'
import { systemFailureSchema } from './workspace-fault.ts'

/** Why something was not written to a file or to the clipboard. */
export const saveProblemSchema = z.discriminatedUnion('code', [
  reason('file_not_written', { failure: systemFailureSchema }),
  /** The token that the evidence is about. */
  reason('token_gone', {}),
  /** The run that the evidence is about, or its environment. */
  reason('flow_gone', {}),
  /** The exchange that the evidence is about. */
  reason('exchange_gone', {}),
  /** The environment that was reviewed. */
  reason('environment_gone', {}),
  reason('nothing_to_export', {}),
  /** What would be written in clear holds secrets, at these places and `more` others. */
  reason('secret_in_clear', {
    places: z
      .array(
        z.strictObject({ what: z.enum(['private_key', 'known_secret']), place: z.string(), environment: z.string() }),
      )
      .readonly(),
    more: z.number(),
  }),
  /** More than one file has no place on the clipboard. */
  reason('several_files', { count: z.number() }),
  reason('no_signing_key', {}),
  reason('not_encrypted', { message: z.string() }),
])
export type SaveProblem = z.infer<typeof saveProblemSchema>
