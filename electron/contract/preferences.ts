import { z } from 'zod'
import { activityRanges } from '../vocabulary/activity.ts'
import { drawerWidth as drawerWidths } from '../vocabulary/drawer-width.ts'
import { preferenceRules } from '../vocabulary/number-rules.ts'
import { themes } from '../vocabulary/themes.ts'
import { wholeNumber } from './number.ts'

/** What is remembered of the window; nothing that would hurt to lose. */
export const preferencesSchema = z.strictObject({
  theme: z.enum(themes),
  /** The last place shown, as the location's hash. */
  place: z.string().max(300),
  /** Seconds for which a secret of an outside source is kept in memory; 0 asks the source each time. */
  secretCacheSeconds: wholeNumber(preferenceRules.secretCacheSeconds),
  /** Days after which a stored secret is called old; 0 never reminds. */
  secretReminderDays: wholeNumber(preferenceRules.secretReminderDays),
  /** The system notifies of changes of an environment. */
  notifications: z.boolean(),
  /** The span of time that the activity was last shown of. */
  activityRange: z.enum(activityRanges),
  /** Pixels. */
  drawerWidth: z.number().int().min(drawerWidths.least).max(drawerWidths.most),
  isDrawerOpen: z.boolean(),
})
export type Preferences = z.infer<typeof preferencesSchema>

const shape = preferencesSchema.shape

export const preferencesChangeSchema = z.strictObject({
  theme: shape.theme.exactOptional(),
  place: shape.place.exactOptional(),
  secretCacheSeconds: shape.secretCacheSeconds.exactOptional(),
  secretReminderDays: shape.secretReminderDays.exactOptional(),
  notifications: shape.notifications.exactOptional(),
  activityRange: shape.activityRange.exactOptional(),
  drawerWidth: shape.drawerWidth.exactOptional(),
  isDrawerOpen: shape.isDrawerOpen.exactOptional(),
})

export const defaultPreferences: Preferences = {
  theme: 'system',
  place: '',
  secretCacheSeconds: 300,
  secretReminderDays: 90,
  notifications: false,
  activityRange: '7d',
  drawerWidth: drawerWidths.usual,
  isDrawerOpen: true,
}
