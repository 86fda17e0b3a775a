import { z } from 'zod'
import { reason } from './reason.ts'
import { fileProblemSchema } from './workspace-fault.ts'

/** A backup of the workspace, as it lies beside it. */
export const backupSchema = z.strictObject({
  /** The file's name, without its folder. */
  name: z.string(),
  /** Milliseconds since 1970: when what it holds was so. */
  at: z.number(),
  bytes: z.number(),
  kind: z.enum(['rolling', 'before_migration']),
})
export type BackupFile = z.infer<typeof backupSchema>

/** Why no backup was made. */
export const noBackupSchema = z.discriminatedUnion('code', [
  /** The workspace itself is. The backups of before are kept, the next start looks closer. */
  reason('damaged', { problem: fileProblemSchema }),
  /** In bytes; a backup must not be what fills the disk. */
  reason('no_room', { needed: z.number(), free: z.number() }),
  reason('failed', { message: z.string() }),
  /** The process that makes it ended, or said something else than how it went. */
  reason('process_ended', { exitCode: z.number() }),
  reason('process_unclear', {}),
  /** The workspace is in memory. */
  reason('not_on_disk', {}),
])
export type NoBackup = z.infer<typeof noBackupSchema>

export const backupResultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('made'), file: z.string() }),
  z.strictObject({ kind: z.literal('unchanged') }),
  z.strictObject({ kind: z.literal('not_made'), reason: noBackupSchema }),
])
export type BackupResult = z.infer<typeof backupResultSchema>

/** Why not all chosen backups were removed, or none. */
export const notRemovedSchema = z.discriminatedUnion('code', [
  /** The workspace as it is now could not be backed up first. */
  reason('no_new_backup', { because: noBackupSchema }),
  reason('files_not_removed', { removed: z.number(), message: z.string() }),
])
export type NotRemoved = z.infer<typeof notRemovedSchema>

export const removedBackupsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('removed'), count: z.number() }),
  z.strictObject({ kind: z.literal('refused'), reason: notRemovedSchema }),
])
export type RemovedBackups = z.infer<typeof removedBackupsSchema>
