import { z } from 'zod'

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

export const removedBackupsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('removed'), count: z.number() }),
  /** Not all of them were removed, or none; `message` says why. */
  z.strictObject({ kind: z.literal('refused'), message: z.string() }),
])
export type RemovedBackups = z.infer<typeof removedBackupsSchema>
