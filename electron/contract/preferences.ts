import { z } from 'zod'

/** What is remembered of the window; nothing that would hurt to lose. */
export const preferencesSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** The last place shown, as the location's hash. */
  place: z.string().max(300),
  /** Seconds for which a secret of an outside source is kept in memory; 0 asks the source each time. */
  secretCacheSeconds: z.number().int().min(0).max(86_400),
  /** Days after which a stored secret is called old; 0 never reminds. */
  secretReminderDays: z.number().int().min(0).max(3650),
})
export type Preferences = z.infer<typeof preferencesSchema>

const { theme, place, secretCacheSeconds, secretReminderDays } = preferencesSchema.shape

export const preferencesChangeSchema = z.strictObject({
  theme: theme.exactOptional(),
  place: place.exactOptional(),
  secretCacheSeconds: secretCacheSeconds.exactOptional(),
  secretReminderDays: secretReminderDays.exactOptional(),
})

export const defaultPreferences: Preferences = {
  theme: 'system',
  place: '',
  secretCacheSeconds: 300,
  secretReminderDays: 90,
}
