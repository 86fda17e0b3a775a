import { z } from 'zod'
import { environmentIdSchema } from '../environment.ts'
import {
  chosenExchangesSchema,
  historyEntrySchema,
  historyLimitsChangeSchema,
  historyLimitsSchema,
  noteSchema,
} from '../history.ts'
import { id, nothing, ofEnvironment } from './inputs.ts'

/** One exchange of the history with what a person keeps with it; what is deleted, what is not recorded, and how much is kept. */
export const historyEntryCalls = {
  /** Null when it is no longer there, or is not as it was written. */
  getHistoryEntry: { input: z.strictObject({ id }), output: historyEntrySchema.nullable() },
  /** An empty note is none. False when the exchange is no longer there. */
  setNote: { input: z.strictObject({ id, note: noteSchema }), output: z.boolean() },
  setPinned: { input: z.strictObject({ ids: z.array(id).min(1).max(1000), isPinned: z.boolean() }), output: nothing },
  /** Deletes exchanges for good, pinned ones only where they are named; recorded. How many. */
  deleteHistory: { input: chosenExchangesSchema, output: z.number().int() },
  /** Whether the exchanges of an environment are recorded from now on; recorded in the audit trail. */
  setRecording: { input: ofEnvironment.extend({ isRecorded: z.boolean() }), output: nothing },
  /** The environments whose exchanges are not recorded. */
  listUnrecorded: { input: nothing, output: z.array(environmentIdSchema) },
  getHistoryLimits: { input: nothing, output: historyLimitsSchema },
  /** What exceeds them is deleted within minutes, where the app is idle. */
  setHistoryLimits: { input: historyLimitsChangeSchema, output: historyLimitsSchema },
}
