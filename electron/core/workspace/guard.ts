import { describeFailure } from './describe-failure.ts'
import { suspect } from './recovery/suspicion.ts'
import { WorkspaceFault } from './recovery/workspace-fault.ts'

/** The same functions, except that a failing disk is told in words that name the file and the next step. */
export function guard<Table extends object>(table: Table, file: string): Table {
  const guarded = (run: (...args: unknown[]) => unknown) => {
    return (...args: unknown[]): unknown => {
      try {
        return run(...args)
      } catch (error) {
        const described = describeFailure(error, file)
        if (described instanceof WorkspaceFault && described.code === 'WORKSPACE_DAMAGED') suspect(file)
        throw described
      }
    }
  }
  const functions = Object.entries(table).map(([name, run]) => [name, typeof run === 'function' ? guarded(run) : run])
  return Object.assign({}, table, Object.fromEntries(functions))
}
