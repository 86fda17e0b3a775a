import type { Drift } from '../../../electron/contract/drift.ts'
import { useSetDriftExpected } from '../../queries/activity.ts'
import { count } from '../../ui/count.ts'
import { showUndo } from '../../ui/undo-notice.tsx'

/** Marks drift as expected, with a way back; or takes that back. */
export function useExpected(): (drift: readonly Drift[], isExpected?: boolean) => void {
  const { mutate } = useSetDriftExpected()
  return (drift, isExpected = true) => {
    const ids = drift.map(({ id }) => id)
    mutate({ ids, isExpected })
    if (!isExpected) return
    showUndo(`expected-${ids[0] ?? ''}`, `Marked ${count(ids.length, 'change')} as expected.`, () =>
      mutate({ ids, isExpected: false }),
    )
  }
}
