import { z } from 'zod'
import { flowChoiceSchema, flowOutcomeSchema, flowRunSchema, flowRunSummarySchema } from '../flow.ts'
import { flowPictureSchema } from '../flow-picture.ts'
import { saveOutcomeSchema } from '../outcome.ts'
import { id, ofEnvironment } from './inputs.ts'

/** The flow run as a whole, and the runs that are kept. */
export const flowCalls = {
  /** `run.id` of what it gives is the id of the call. Notices say how it goes on; cancelling it keeps what was done. */
  runFlow: { input: flowChoiceSchema, output: flowOutcomeSchema },
  /** Newest first, with the one that is under way. */
  listFlowRuns: { input: ofEnvironment, output: z.array(flowRunSummarySchema) },
  /** Writes the picture to a file that the person chooses. Secrets that are known are masked in an SVG. */
  saveFlowPicture: { input: flowPictureSchema, output: saveOutcomeSchema },
  getFlowRun: { input: z.strictObject({ id }), output: flowRunSchema.nullable() },
}
