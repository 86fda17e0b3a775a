import type { Environment } from '../../../electron/contract/environment.ts'
import type { Panel } from '../../../electron/picture/picture.ts'
import { useSaveEnvironment } from '../../queries/environments.ts'
import { toastFailed } from '../../ui/toast.ts'
import { showUndo } from '../../ui/undo-notice.tsx'
import { inputOf, withField } from './with-field.ts'

type Change = NonNullable<Extract<Panel, { kind: 'over' }>['change']>

/** Sets one field of an environment as the evidence says, with a way back, and then retries. */
export function useSettle(environment: Environment, retry: () => void) {
  const { mutate, isPending } = useSaveEnvironment()
  const { id } = environment
  const before = inputOf(environment)
  const settle = ({ field, value, label }: Change) => {
    const after = withField(before, field, value)
    if (after === null) return
    const onError = ({ message }: Error) => toastFailed('Nothing was changed', message)
    const save = (input: typeof before, onSuccess: () => void) =>
      mutate({ id, value: input, secrets: {}, keepOld: [] }, { onError, onSuccess })
    save(after, () => {
      showUndo(`settled-${id}`, `Done: ${label}.`, () => save(before, () => {}))
      retry()
    })
  }
  return { settle, isPending, canSettle: ({ field, value }: Change) => withField(before, field, value) !== null }
}
