import { z } from 'zod'
import { noBackupSchema } from './backup.ts'
import { environmentIdSchema } from './environment.ts'
import { damagedEntrySchema } from './damaged-entry.ts'
import { phaseSchema, purposeSchema } from './exchange.ts'
import { flowProgressSchema, flowRunSchema } from './flow.ts'
import { plannedRequestSchema, probeSchema } from './review.ts'
import { repeatSampleSchema } from './repetition.ts'
import { systemFailureSchema } from './workspace-fault.ts'

/** Something in the background did not work; the app goes on. */
export const warningSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('entries_damaged'), entries: z.array(damagedEntrySchema).readonly() }),
  z.strictObject({ kind: z.literal('backup_not_made'), workspace: z.string(), reason: noBackupSchema }),
  z.strictObject({ kind: z.literal('exchange_not_recorded'), failure: systemFailureSchema }),
  /** A run of the flow went on, and will not be in the list of runs. */
  z.strictObject({ kind: z.literal('flow_run_not_kept'), failure: systemFailureSchema }),
  /** What is usual of an environment could not be kept, so that the next request is compared with what was known before. */
  z.strictObject({ kind: z.literal('drift_not_kept'), failure: systemFailureSchema }),
  /** Something was done with secrets, and the audit log lacks it. */
  z.strictObject({ kind: z.literal('audit_not_recorded'), failure: systemFailureSchema }),
])
export type Warning = z.infer<typeof warningSchema>

/** Notices from main to the window. They say that something changed, not how: the window asks again. Only progress, answers that arrive, samples, runs of the flow, warnings and commands carry what they say. */
export const noticeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('environments_changed') }),
  z.strictObject({ kind: z.literal('tokens_changed') }),
  z.strictObject({ kind: z.literal('secret_storage_changed') }),
  z.strictObject({ kind: z.literal('sharing_keys_changed') }),
  z.strictObject({ kind: z.literal('backups_changed') }),
  z.strictObject({ kind: z.literal('sandbox_changed') }),
  z.strictObject({ kind: z.literal('exchanges_changed') }),
  z.strictObject({ kind: z.literal('audit_changed') }),
  /** Drift was found, is over, or was called expected. */
  z.strictObject({ kind: z.literal('drift_changed') }),
  /** A watch was set, ended, or had its turn. */
  z.strictObject({ kind: z.literal('watches_changed') }),
  /** The watches of the last run go on: so many. */
  z.strictObject({ kind: z.literal('watches_started'), count: z.number().int() }),
  /** A notification of the system was clicked: the window shows the activity of the environment. */
  z.strictObject({ kind: z.literal('show_activity'), environmentId: environmentIdSchema }),
  /** What a request of a flow waits for; only of one that takes its time. */
  z.strictObject({
    kind: z.literal('exchange_progress'),
    flowId: z.string(),
    purpose: purposeSchema,
    phase: phaseSchema,
  }),
  /**
   * More of an answer that is not complete yet came: `bytes` and `events` count all of it, `text` has the whole lines that came since
   * the last notice, masked. `isGap` is true when only the newest of them fit. `events` is null of an answer that has none.
   */
  z.strictObject({
    kind: z.literal('answer_arriving'),
    flowId: z.string(),
    bytes: z.number().int(),
    events: z.number().int().nullable(),
    text: z.string(),
    isGap: z.boolean(),
  }),
  /** An act of a run began or ended; the run is as it is now. */
  z.strictObject({ kind: z.literal('flow_run'), run: flowRunSchema }),
  /** A request of a run entered its next phase; at once, unlike `exchange_progress`. */
  z.strictObject({ kind: z.literal('flow_progress'), progress: flowProgressSchema }),
  /** A request of a probe leaves; `sent` counts those that left before, of the `of` that were announced. `flowId` is the id of the call. */
  z.strictObject({
    kind: z.literal('probe_progress'),
    flowId: z.string(),
    probe: probeSchema,
    step: plannedRequestSchema.shape.step,
    sent: z.number().int(),
    of: z.number().int(),
  }),
  /** What came of one call of a repetition. */
  z.strictObject({ kind: z.literal('repeat_sample'), flowId: z.string(), sample: repeatSampleSchema }),
  /** How far the reading of an import came, in units of work; `flowId` is the id of the call. At most ten a second. */
  z.strictObject({ kind: z.literal('import_progress'), flowId: z.string(), done: z.number(), total: z.number() }),
  /** How far the export of the history came, in exchanges; `flowId` is the id of the call. At most ten a second. */
  z.strictObject({ kind: z.literal('export_progress'), flowId: z.string(), done: z.number(), total: z.number() }),
  ...warningSchema.options,
  /** Chosen in the menu. */
  z.strictObject({
    kind: z.literal('command'),
    command: z.enum(['new_environment', 'settings', 'search', 'import', 'export', 'which_flow']),
  }),
])
export type Notice = z.infer<typeof noticeSchema>
