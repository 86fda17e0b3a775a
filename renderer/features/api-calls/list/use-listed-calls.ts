import type { ApiCallSummary } from '../../../../electron/contract/api-call.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { callNameRule } from '../../../../electron/vocabulary/api-request-rules.ts'
import {
  useArrangeApiCalls,
  useDeleteApiCalls,
  useDuplicateApiCall,
  useRenameApiCall,
  useRestoreApiCalls,
} from '../../../queries/api-calls.ts'
import { count } from '../../../ui/count.ts'
import { titleOf } from '../../../ui/name-of.ts'
import type { Place } from '../../../ui/place.ts'
import { toastFailed } from '../../../ui/toast.ts'
import { showUndo } from '../../../ui/undo-notice.tsx'
import { withMoved, withRenamedFolder } from './arranged.ts'

/** What can be done with saved calls from their list. */
interface ListedCalls {
  rename: (call: ApiCallSummary, name: string) => void
  renameFolder: (folder: string, name: string) => void
  duplicate: (call: ApiCallSummary, onDone: (id: string) => void) => void
  /** With undo. */
  remove: (call: ApiCallSummary, onDone: () => void) => void
  /** All calls of it, with one undo. */
  removeFolder: (folder: string, onDone: () => void) => void
  move: (id: string, place: Place | null) => void
}

export function useListedCalls(environmentId: string, calls: readonly ApiCallSummary[]): ListedCalls {
  const renaming = useRenameApiCall(environmentId)
  const arranging = useArrangeApiCalls(environmentId)
  const duplicating = useDuplicateApiCall(environmentId)
  const deleting = useDeleteApiCalls(environmentId)
  const restoring = useRestoreApiCalls(environmentId)
  const arrange = (arranged: readonly ApiCallSummary[] | null) => {
    if (arranged !== null) arranging.mutate(arranged, { onError: failed('Nothing was moved') })
  }
  const removeAll = (ids: readonly string[], what: string, onDone: () => void) =>
    deleting.mutate(ids, {
      onError: failed('Nothing was deleted'),
      onSuccess: (deleted) => {
        onDone()
        if (deleted.length === 0) return
        const undo = () => restoring.mutate(deleted, { onError: failed('Nothing was restored') })
        showUndo(`deleted-${deleted[0]}`, `Deleted ${what}.`, undo)
      },
    })
  return {
    rename: ({ id }, name) => renaming.mutate({ id, name }, { onError: failed('The call was not renamed') }),
    renameFolder: (folder, name) => arrange(withRenamedFolder(calls, folder, name)),
    duplicate: (call, onDone) =>
      duplicating.mutate(
        { id: call.id, name: copyName(call) },
        {
          onError: failed('The call was not duplicated'),
          onSuccess: (copy) => (copy === null ? undefined : onDone(copy.id)),
        },
      ),
    remove: (call, onDone) => removeAll([call.id], visible(titleOf(call)), onDone),
    removeFolder: (folder, onDone) => {
      const ids = calls.filter((call) => call.folder === folder).map(({ id }) => id)
      removeAll(ids, `${count(ids.length, 'call')} of “${visible(folder)}”`, onDone)
    },
    move: (id, place) => arrange(place === null ? null : withMoved(calls, id, place)),
  }
}

const failed =
  (title: string) =>
  ({ message }: Error): void =>
    toastFailed(title, message)

const copyName = (call: ApiCallSummary): string => `Copy of ${titleOf(call)}`.slice(0, callNameRule.most)
