import { z } from 'zod'

/** What is remembered of the window; nothing that would hurt to lose. */
export const preferencesSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** The last place shown, as the location's hash. */
  place: z.string().max(300),
})
export type Preferences = z.infer<typeof preferencesSchema>

const { theme, place } = preferencesSchema.shape

export const preferencesChangeSchema = z.strictObject({
  theme: theme.exactOptional(),
  place: place.exactOptional(),
})

export const defaultPreferences: Preferences = { theme: 'system', place: '' }
