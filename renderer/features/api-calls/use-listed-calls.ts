import type { ApiCall } from '../../../electron/contract/api-call.ts'
import { requestOf } from '../../../electron/common/request-of-call.ts'
import { useDeleteApiCall, useSaveApiCall } from '../../queries/api-calls.ts'
import { showUndo } from '../../ui/undo-notice.tsx'
import { visible } from '../../../electron/common/visible.ts'
import { nameOf } from '../../ui/name-of.ts'

/** What can be done with a saved call as a whole. Deleting can be undone for as long as its notice is there. */
export function useListedCalls(environmentId: string, onChoose: (id: string) => void) {
  const remove = useDeleteApiCall(environmentId)
  const save = useSaveApiCall(environmentId)
  return {
    duplicate: (call: ApiCall) => {
      const id = crypto.randomUUID()
      save.mutate({ id, request: requestOf(call) }, { onSuccess: () => onChoose(id) })
    },
    remove: (call: ApiCall) =>
      remove.mutate(call, {
        onSuccess: (deleted) => {
          if (deleted === null) return
          const undo = () => save.mutate({ id: deleted.id, request: requestOf(deleted) })
          showUndo(`deleted-${deleted.id}`, `Deleted ${visible(nameOf(deleted))}.`, undo)
        },
      }),
  }
}
