import { WorkspaceFault } from '../core/workspace/recovery/workspace-fault.ts'
import type { Question } from './ask.ts'
import { describeFault } from './fault.ts'

/** Says why the app cannot go on; true when the person wants it to try again. */
export async function wantsAnotherTry(
  error: unknown,
  name: string,
  ask: (question: Question) => Promise<string>,
): Promise<boolean> {
  const canChange = error instanceof WorkspaceFault && error.fault.code !== 'workspace_newer'
  const chosen = await ask({
    message: `${name} cannot go on.`,
    detail: describeFault(error),
    buttons: canChange ? ['Try again', 'Quit'] : ['Quit'],
  })
  return chosen === 'Try again'
}
