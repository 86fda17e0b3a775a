import type { Environment } from '../../electron/contract/environment.ts'
import { type Change, changeLabel } from '../../electron/wording/diagnosis/change.ts'
import { useSaveEnvironment } from '../queries/environments.ts'
import { toastFailed } from '../ui/toast.ts'
import { showUndo } from '../ui/undo-notice.tsx'
import { inputOf, withField } from './with-field.ts'

/** Sets one field of an environment as the evidence says, with a way back, and then retries once. */
export function useSettle(environment: Environment, retry: () => void) {
  const { mutate, isPending } = useSaveEnvironment()
  const { id } = environment
  const before = inputOf(environment)
  const settle = (change: Change) => {
    const after = withField(before, change.field, change.value)
    if (after === null) return
    const onError = ({ message }: Error) => toastFailed('Nothing was changed', message)
    const save = (input: typeof before, onSuccess: () => void) =>
      mutate({ id, value: input, secrets: {}, keepOld: [] }, { onError, onSuccess })
    save(after, () => {
      showUndo(`settled-${id}`, `Done: ${changeLabel(change)}.`, () => save(before, () => {}))
      retry()
    })
  }
  return { settle, isPending }
}
