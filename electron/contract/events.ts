import { z } from 'zod'

/** Notices from main to the window. They say that something changed, not how: the window asks again. */
export const noticeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('environments_changed') }),
  z.strictObject({ kind: z.literal('tokens_changed') }),
  z.strictObject({ kind: z.literal('secret_storage_changed') }),
  z.strictObject({ kind: z.literal('sharing_keys_changed') }),
  z.strictObject({ kind: z.literal('backups_changed') }),
  z.strictObject({ kind: z.literal('sandbox_changed') }),
  z.strictObject({ kind: z.literal('exchange_recorded'), id: z.string() }),
  /** Something in the background did not work; the app goes on. */
  z.strictObject({ kind: z.literal('warning'), title: z.string(), message: z.string() }),
  /** Chosen in the menu. */
  z.strictObject({
    kind: z.literal('command'),
    command: z.enum(['new_environment', 'settings', 'search', 'import', 'export']),
  }),
])
export type Notice = z.infer<typeof noticeSchema>
