import { z } from 'zod'
import { activityRanges } from '../../vocabulary/activity.ts'
import { activitySchema } from '../activity.ts'
import { ofEnvironment } from './inputs.ts'

/** What an environment did, in figures. */
export const activityCalls = {
  getActivity: { input: ofEnvironment.extend({ range: z.enum(activityRanges) }), output: activitySchema },
}
