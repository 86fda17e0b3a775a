import { suspect } from './recovery/suspicion.ts'
import { WorkspaceFault } from './recovery/workspace-fault.ts'
import { toWorkspaceFault } from './to-workspace-fault.ts'

/** The same functions, except that a failing disk is a fault of the workspace. */
export function guard<Table extends object>(table: Table, file: string): Table {
  const guarded = (run: (...args: unknown[]) => unknown) => {
    return (...args: unknown[]): unknown => {
      try {
        return run(...args)
      } catch (error) {
        const fault = toWorkspaceFault(error, file)
        if (fault instanceof WorkspaceFault && fault.fault.code === 'workspace_corrupt') suspect(file)
        throw fault
      }
    }
  }
  const functions = Object.entries(table).map(([name, run]) => [name, typeof run === 'function' ? guarded(run) : run])
  return Object.assign({}, table, Object.fromEntries(functions))
}
