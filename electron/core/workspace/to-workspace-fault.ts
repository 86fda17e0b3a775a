import type { WorkspaceFaultReason } from '../../contract/workspace-fault.ts'
import { sqlite, sqliteCodeOf } from './sqlite-error.ts'
import { WorkspaceFault } from './recovery/workspace-fault.ts'

type Unavailable = Extract<WorkspaceFaultReason, { code: 'workspace_unavailable' }>

const causes: Readonly<Partial<Record<number, Unavailable['evidence']['cause']>>> = {
  [sqlite.permission]: 'permission',
  [sqlite.busy]: 'busy',
  [sqlite.readOnly]: 'read_only',
  [sqlite.inputOutput]: 'input_output',
  [sqlite.cannotOpen]: 'folder',
}

/**
 * What a failing disk did to a read or a write, as a fault; any other error as it is. A write that fails is rolled back by
 * SQLite, so what was stored before is still there.
 */
export function toWorkspaceFault(error: unknown, path: string): unknown {
  if (error instanceof WorkspaceFault || !(error instanceof Error)) return error
  const fault = faultOf(error, path)
  return fault === null ? error : new WorkspaceFault(fault, { cause: error })
}

function faultOf(error: Error, path: string): WorkspaceFaultReason | null {
  const { message } = error
  const code = sqliteCodeOf(error)
  if (code === sqlite.full || ('code' in error && error.code === 'ENOSPC')) {
    return { code: 'disk_full', evidence: { path } }
  }
  if (code === sqlite.corrupt || code === sqlite.noDatabase) {
    return { code: 'workspace_corrupt', evidence: { path, message } }
  }
  const cause = code === null ? causeOfSystem(error) : causes[code]
  return cause === undefined ? null : { code: 'workspace_unavailable', evidence: { path, cause, message } }
}

/** Errors of the operating system have a code such as EACCES. */
function causeOfSystem(error: Error): 'folder' | undefined {
  return 'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code) ? 'folder' : undefined
}
