import type { ApiCallSummary } from '../../../../electron/contract/api-call.ts'
import { callNameRule } from '../../../../electron/vocabulary/api-request-rules.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { useDeleteApiCalls, useDuplicateApiCall, useRestoreApiCalls } from '../../../queries/api-calls.ts'
import { titleOf } from '../../../ui/name-of.ts'
import { showUndo } from '../../../ui/undo-notice.tsx'

/** What can be done with a saved call as a whole. Deleting can be undone for as long as its notice is there. */
export function useListedCalls(environmentId: string, onChoose: (id: string) => void) {
  const duplicate = useDuplicateApiCall(environmentId)
  const remove = useDeleteApiCalls(environmentId)
  const restore = useRestoreApiCalls(environmentId)
  return {
    duplicate: (call: ApiCallSummary) =>
      duplicate.mutate(
        { id: call.id, name: copyName(call) },
        { onSuccess: (copy) => (copy === null ? undefined : onChoose(copy.id)) },
      ),
    remove: (call: ApiCallSummary) =>
      remove.mutate([call.id], {
        onSuccess: ([id]) => {
          if (id === undefined) return
          showUndo(`deleted-${id}`, `Deleted ${visible(titleOf(call))}.`, () => restore.mutate([id]))
        },
      }),
  }
}

const copyName = (call: ApiCallSummary): string => `Copy of ${titleOf(call)}`.slice(0, callNameRule.most)
