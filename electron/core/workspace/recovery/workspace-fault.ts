import type {
  Damage,
  DamagedWorkspace,
  FileProblem,
  LostLog,
  WorkspaceFaultReason,
} from '../../../contract/workspace-fault.ts'

/** Something is wrong with the workspace's file. The message is for a log; a person reads `workspaceFaultText`. */
export class WorkspaceFault extends Error {
  readonly fault: WorkspaceFaultReason

  constructor(fault: WorkspaceFaultReason, options?: ErrorOptions) {
    super(`${fault.code} ${JSON.stringify(fault.evidence)}`, options)
    this.fault = fault
  }
}

/** The file cannot be trusted, and was left as it is. */
export const damagedWorkspace = (
  path: string,
  damage: Damage,
  problem: FileProblem | null = null,
  lostLog: LostLog | null = null,
): WorkspaceFault => new WorkspaceFault({ code: 'workspace_damaged', evidence: { path, damage, problem, lostLog } })

export const newerWorkspace = (path: string, found: number, known: number): WorkspaceFault =>
  new WorkspaceFault({ code: 'workspace_newer', evidence: { path, found, known } })

/** What is wrong with the file, when that is why this was thrown; else null. */
export const damageIn = (error: unknown): DamagedWorkspace | null =>
  error instanceof WorkspaceFault && error.fault.code === 'workspace_damaged' ? error.fault : null
