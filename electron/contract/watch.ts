import { z } from 'zod'
import { environmentIdSchema } from './environment.ts'
import { watchLimits } from '../vocabulary/watch.ts'

/** An environment is asked for a token, and checked, every so often while the app runs. */
export const watchSchema = z.strictObject({
  environmentId: environmentIdSchema,
  /** Minutes between two requests. */
  minutes: z.number().int().min(watchLimits.leastMinutes).max(watchLimits.mostMinutes),
  /** A saved API call that is sent with the token; null sends none. */
  callId: z.string().min(1).max(64).nullable(),
  /** Introspects the token as well. */
  introspects: z.boolean(),
})
export type Watch = z.infer<typeof watchSchema>

/** Why the last turn of a watch was left out. */
export const watchPauseSchema = z.enum(['secret_asked', 'storage_locked', 'not_ready', 'busy'])

export const watchStateSchema = watchSchema.extend({
  /** Milliseconds since 1970. */
  lastAt: z.number().nullable(),
  lastVerdict: z.enum(['good', 'noted', 'failed']).nullable(),
  nextAt: z.number(),
  paused: watchPauseSchema.nullable(),
})
export type WatchState = z.infer<typeof watchStateSchema>
