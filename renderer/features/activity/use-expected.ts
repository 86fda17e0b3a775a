import type { Drift } from '../../../electron/contract/drift.ts'
import { useSetDriftExpected } from '../../queries/activity.ts'
import { count } from '../../ui/count.ts'
import { toastFailed } from '../../ui/toast.ts'
import { hideUndo, showUndo } from '../../ui/undo-notice.tsx'

const noticeOf = ([first = '']: readonly string[]): string => `expected-${first}`

/** Marks drift as expected, with a way back; or takes that back. */
export function useExpected(): (drift: readonly Drift[], isExpected?: boolean) => void {
  const { mutate } = useSetDriftExpected(({ message }, { ids, isExpected }) => {
    hideUndo(noticeOf(ids))
    toastFailed(isExpected ? 'Not marked as expected' : 'Not undone', message)
  })
  return (drift, isExpected = true) => {
    const ids = drift.map(({ id }) => id)
    mutate({ ids, isExpected })
    if (!isExpected) return
    showUndo(noticeOf(ids), `Marked ${count(ids.length, 'change')} as expected.`, () =>
      mutate({ ids, isExpected: false }),
    )
  }
}
