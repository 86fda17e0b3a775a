import { WorkspaceFault } from '../../../electron/core/workspace/recovery/workspace-fault.ts'
import { workspaceFaultText } from '../../../electron/wording/workspace-fault.ts'

/** What a person reads of the fault that this throws; empty when it throws none. */
export function faultText(run: () => unknown): string {
  try {
    run()
    return ''
  } catch (error) {
    if (error instanceof WorkspaceFault) return workspaceFaultText(error.fault)
    throw error
  }
}
