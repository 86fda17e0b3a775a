import { z } from 'zod'
import { damagedEntrySchema } from './damaged-entry.ts'
import { reason } from './reason.ts'

/** What is wrong with the content of a file that should be a workspace, or a backup of one. */
export const fileProblemSchema = z.discriminatedUnion('code', [
  /** As SQLite or the operating system says it. */
  reason('reported', { message: z.string() }),
  reason('broken_reference', { child: z.string(), parent: z.string() }),
  /** The number that says which of two states is newer is missing, or cannot be right. */
  reason('changes_not_counted', {}),
  /** Changed on the disk, and not by this app. */
  reason('entries_changed', { entries: z.array(damagedEntrySchema).readonly() }),
  reason('no_workspace', {}),
  reason('newer', { found: z.number(), known: z.number() }),
])
export type FileProblem = z.infer<typeof fileProblemSchema>

/** What the last run had stored and a damaged log has lost. */
export const lostLogSchema = z.strictObject({
  /** At least so many changes; null when their number is not known. */
  transactions: z.number().nullable(),
  /** Where the log is kept as it was found; null when it is gone. */
  keptAs: z.string().nullable(),
})
export type LostLog = z.infer<typeof lostLogSchema>

/** What speaks against a file that cannot be trusted. With the last two it can be used all the same. */
export const damageSchema = z.enum([
  'missing',
  'empty',
  'no_database',
  'no_workspace',
  'malformed',
  'history_malformed',
  'rows_changed',
])
export type Damage = z.infer<typeof damageSchema>

const damagedSchema = reason('workspace_damaged', {
  path: z.string(),
  damage: damageSchema,
  problem: fileProblemSchema.nullable(),
  lostLog: lostLogSchema.nullable(),
})
export type DamagedWorkspace = z.infer<typeof damagedSchema>

/** The versions of the schema, and the file that a copy is made of before. */
const migration = { path: z.string(), from: z.number(), to: z.number(), copy: z.string() }

/** Why the workspace cannot be opened or used. The file is as it was. */
export const workspaceFaultSchema = z.discriminatedUnion('code', [
  damagedSchema,
  /** It was written by a newer version of the app, or by an older one and has to be brought up to date. */
  reason('workspace_newer', { path: z.string(), found: z.number(), known: z.number() }),
  reason('workspace_older', { path: z.string() }),
  reason('migration_failed', { ...migration, message: z.string() }),
  /** The copy could not be made. */
  reason('migration_not_begun', { ...migration, problem: fileProblemSchema }),
  reason('backup_damaged', { path: z.string(), problem: fileProblemSchema }),
  reason('disk_full', { path: z.string() }),
  reason('workspace_corrupt', { path: z.string(), message: z.string() }),
  reason('workspace_unavailable', {
    path: z.string(),
    cause: z.enum(['permission', 'busy', 'read_only', 'input_output', 'folder']),
    message: z.string(),
  }),
])
export type WorkspaceFaultReason = z.infer<typeof workspaceFaultSchema>

/** What failed beneath something that was to be done: the workspace, or the system in its own words. */
export const systemFailureSchema = z.discriminatedUnion('code', [
  ...workspaceFaultSchema.options,
  reason('system', { message: z.string() }),
])
export type SystemFailure = z.infer<typeof systemFailureSchema>
