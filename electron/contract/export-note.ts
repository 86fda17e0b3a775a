import { z } from 'zod'
import { reason } from './reason.ts'

/** What the other tool has no place for, or what has to be done there. */
export const exportFactSchema = z.discriminatedUnion('code', [
  /** Its assertion has to be made by hand, or by other means. */
  reason('method_not_supported', { method: z.string() }),
  reason('certificate_not_kept', { path: z.string() }),
  reason('proxy_not_kept', { url: z.string() }),
  reason('dpop_not_kept', { alg: z.string() }),
  reason('assertions_not_kept', { count: z.number() }),
  /** Headers, parameters and fields that are switched off. */
  reason('switched_off_not_kept', { count: z.number() }),
  /** By its path, such as `network.caFile`, of the environment or the call. */
  reason('setting_not_kept', { field: z.string() }),
  reason('file_to_place', { path: z.string() }),
  reason('variable_renamed', { name: z.string(), renamed: z.string() }),
  reason('variable_without_value', { name: z.string() }),
  /** Its value cannot be written there, such as one of several lines. */
  reason('variable_not_kept', { name: z.string() }),
])
export type ExportFact = z.infer<typeof exportFactSchema>

/** The same fact of one environment, once; `calls` are those that it is about, none where it is about the environment. */
export const exportNoteSchema = z.strictObject({
  fact: exportFactSchema,
  environment: z.string(),
  calls: z.array(z.string()).readonly(),
})
export type ExportNote = z.infer<typeof exportNoteSchema>
