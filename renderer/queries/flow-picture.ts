import type { FlowPicture } from '../../electron/contract/flow-picture.ts'
import type { SaveOutcome } from '../../electron/contract/outcome.ts'
import { call } from '../host.ts'

/** Writes the picture of a flow to a file that the person chooses. */
export const saveFlowPicture = (picture: FlowPicture): Promise<SaveOutcome> => call('saveFlowPicture', picture)
