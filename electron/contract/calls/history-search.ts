import { z } from 'zod'
import { historyFormats, historyLimits } from '../../vocabulary/history.ts'
import {
  chosenExchangesSchema,
  historyFactsSchema,
  historyFilterSchema,
  historyRowSchema,
  historySearchSchema,
} from '../history.ts'
import { saveOutcomeSchema } from '../outcome.ts'
import { id, nothing } from './inputs.ts'

/** Searching what is recorded, and taking it elsewhere. */
export const historySearchCalls = {
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
  /** The place of an exchange among what was found, from the newest, which is 0. Null where it is not there, or the search is no longer kept. */
  placeInHistory: { input: z.strictObject({ searchId: id, id }), output: z.number().int().nullable() },
  historyFacts: { input: nothing, output: historyFactsSchema },
}

/** Taking what is recorded elsewhere. */
export const historyExportCalls = {
  /** Writes exchanges, masked as they are recorded, to a file that the person chooses; recorded. */
  exportHistory: {
    input: z.strictObject({ chosen: chosenExchangesSchema, format: z.enum(historyFormats) }),
    output: saveOutcomeSchema,
  },
}
