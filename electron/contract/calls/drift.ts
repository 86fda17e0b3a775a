import { z } from 'zod'
import { driftCountsSchema } from '../drift.ts'
import { watchSchema, watchStateSchema } from '../watch.ts'
import { id, nothing, ofEnvironment } from './inputs.ts'

/** What differs from what was usual. */
export const driftCalls = {
  driftCounts: { input: nothing, output: driftCountsSchema },
  /** Says of drift that it was to be expected, or, to undo that, that it was not. */
  setDriftExpected: {
    input: z.strictObject({ ids: z.array(id).min(1).max(1000), isExpected: z.boolean() }),
    output: nothing,
  },
}

/** What is watched for it. */
export const watchCalls = {
  listWatches: { input: nothing, output: z.array(watchStateSchema) },
  /** Watches an environment, in the place of what was watched of it. False when there are as many watches as there may be. */
  setWatch: { input: watchSchema, output: z.boolean() },
  endWatch: { input: ofEnvironment, output: nothing },
}
