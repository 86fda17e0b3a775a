import type { SystemFailure } from '../contract/workspace-fault.ts'
import { sentence } from './sentence.ts'
import { workspaceFaultText } from './workspace-fault.ts'

/** What failed beneath something that was to be done. */
export const systemFailureText = (failure: SystemFailure): string =>
  failure.code === 'system' ? sentence(failure.evidence.message) : workspaceFaultText(failure)
