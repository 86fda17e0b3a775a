import { z } from 'zod'
import { activityRanges } from '../../vocabulary/activity.ts'
import { auditFormats } from '../../vocabulary/audit.ts'
import { historyFormats, historyLimits } from '../../vocabulary/history.ts'
import { activitySchema } from '../activity.ts'
import { auditFilterSchema, auditPageSchema, auditVerificationSchema } from '../audit.ts'
import { driftCountsSchema } from '../drift.ts'
import { environmentIdSchema } from '../environment.ts'
import {
  historyEntrySchema,
  historyFactsSchema,
  historyFilterSchema,
  historyRowSchema,
  historySearchSchema,
  noteSchema,
} from '../history.ts'
import { saveOutcomeSchema } from '../outcome.ts'
import { watchSchema, watchStateSchema } from '../watch.ts'
import { id, nothing, ofEnvironment } from './inputs.ts'

/** Exchanges by their ids, or all that a search found. */
const chosen = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ids'), ids: z.array(id).min(1).max(1000) }),
  z.strictObject({ kind: z.literal('search'), searchId: id }),
])

/** What happened: recorded exchanges, the audit trail, the activity of an environment. */
export const historyCalls = {
  /** Searches all that is recorded, in a thread. */
  searchHistory: { input: historyFilterSchema, output: historySearchSchema },
  /** Rows of what was found, from the newest, which is 0. Null when the search is no longer kept: search again. */
  readHistory: {
    input: z.strictObject({
      searchId: id,
      from: z.number().int().min(0),
      count: z.number().int().min(1).max(historyLimits.rowsMaximum),
    }),
    output: z.array(historyRowSchema).nullable(),
  },
  historyFacts: { input: nothing, output: historyFactsSchema },
  /** Null when it is no longer there, or is not as it was written. */
  getHistoryEntry: { input: z.strictObject({ id }), output: historyEntrySchema.nullable() },
  /** An empty note is none. False when the exchange is no longer there. */
  setNote: { input: z.strictObject({ id, note: noteSchema }), output: z.boolean() },
  setPinned: { input: z.strictObject({ ids: z.array(id).min(1).max(1000), isPinned: z.boolean() }), output: nothing },
  /** Deletes exchanges for good, pinned ones only where they are named; recorded. How many. */
  deleteHistory: { input: chosen, output: z.number().int() },
  /** Writes exchanges, masked as they are recorded, to a file that the person chooses; recorded. */
  exportHistory: {
    input: z.strictObject({ chosen, format: z.enum(historyFormats) }),
    output: saveOutcomeSchema,
  },
  /** Whether the exchanges of an environment are recorded from now on; recorded in the audit trail. */
  setRecording: { input: ofEnvironment.extend({ isRecorded: z.boolean() }), output: nothing },

  /** Newest first. */
  listAuditEntries: {
    input: z.strictObject({
      filter: auditFilterSchema,
      skip: z.number().int().min(0),
      count: z.number().int().min(1).max(historyLimits.rowsMaximum),
    }),
    output: auditPageSchema,
  },
  verifyAudit: { input: nothing, output: auditVerificationSchema },
  exportAudit: {
    input: z.strictObject({ filter: auditFilterSchema, format: z.enum(auditFormats) }),
    output: saveOutcomeSchema,
  },

  getActivity: { input: ofEnvironment.extend({ range: z.enum(activityRanges) }), output: activitySchema },
  driftCounts: { input: nothing, output: driftCountsSchema },
  /** Says of drift that it was to be expected, or, to undo that, that it was not. */
  setDriftExpected: {
    input: z.strictObject({ ids: z.array(id).min(1).max(1000), isExpected: z.boolean() }),
    output: nothing,
  },

  listWatches: { input: nothing, output: z.array(watchStateSchema) },
  /** Watches an environment, in the place of what was watched of it. False when there are as many watches as there may be. */
  setWatch: { input: watchSchema, output: z.boolean() },
  endWatch: { input: z.strictObject({ environmentId: environmentIdSchema }), output: nothing },
}
