import { sqlite, sqliteCodeOf } from './sqlite-error.ts'
import { WorkspaceFault } from './recovery/workspace-fault.ts'

const advice: Record<number, string> = {
  [sqlite.permission]: 'Make sure that you may write to this file and to its folder, then try again.',
  [sqlite.busy]: 'Close the other program that uses this file, then try again.',
  [sqlite.readOnly]: 'Make sure that this file and its folder can be written to, then try again.',
  [sqlite.inputOutput]: 'Check the disk, then try again.',
  [sqlite.cannotOpen]: 'Make sure that its folder is there and can be written to, then try again.',
}

/**
 * What a failing disk did to a read or a write, in words for a person; any other error as it is. A write that fails is
 * rolled back by SQLite, so what was stored before is still there.
 */
export function describeFailure(error: unknown, path: string): unknown {
  if (error instanceof WorkspaceFault || !(error instanceof Error)) return error
  const code = sqliteCodeOf(error)
  const kept = 'What was stored before is intact.'
  const because = `${error.message}.`
  if (code === sqlite.full || ('code' in error && error.code === 'ENOSPC')) {
    const next = 'Free some space, then try again.'
    return new WorkspaceFault(
      'WORKSPACE_FULL',
      `The disk is full, and the workspace ${path} could not be written. ${kept} ${next}`,
      { cause: error },
    )
  }
  if (code === sqlite.corrupt || code === sqlite.noDatabase) {
    const next = 'Quit and start the app again: it then checks the whole file and offers the backups.'
    return new WorkspaceFault('WORKSPACE_DAMAGED', `The workspace ${path} is damaged: ${because} ${next}`, {
      cause: error,
    })
  }
  const next = code === null ? fileAdvice(error) : advice[code]
  if (next === undefined) return error
  return new WorkspaceFault(
    'WORKSPACE_UNAVAILABLE',
    `The workspace ${path} could not be used: ${because} ${kept} ${next}`,
    { cause: error },
  )
}

/** For errors of the operating system, which have a code such as EACCES. */
function fileAdvice(error: Error): string | undefined {
  if (!('code' in error) || typeof error.code !== 'string' || !/^E[A-Z]+$/.test(error.code)) return undefined
  return 'Make sure that its folder is there and can be written to, then try again.'
}
