import type { SystemFailure } from '../contract/workspace-fault.ts'
import { errorMessage } from './error-message.ts'
import { WorkspaceFault } from './workspace/recovery/workspace-fault.ts'

/** What was thrown, as evidence: a fault of the workspace, or the words of the system. */
export const systemFailureOf = (error: unknown): SystemFailure =>
  error instanceof WorkspaceFault ? error.fault : { code: 'system', evidence: { message: errorMessage(error) } }
