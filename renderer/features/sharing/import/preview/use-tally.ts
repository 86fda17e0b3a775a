import { useMemo } from 'react'
import { useCallsOfEach } from '../../../../queries/imported-calls.ts'
import type { Choices, Preview } from '../../../../state/importing.ts'
import { type Tally, tallyOf } from './tally.ts'

const nobody: readonly string[] = []

/** What the import would do as it is chosen now. */
export function useTally({ importId, items, edits, hasSharedCalls, choices }: Preview & { choices: Choices }): Tally {
  const leftOut = useMemo(() => new Set(edits.callsLeftOut), [edits.callsLeftOut])
  // Only once some are left out does it matter which calls are whose.
  const ids = useMemo(
    () => (leftOut.size === 0 ? nobody : items.filter(({ apiCalls }) => apiCalls > 0).map(({ id }) => id)),
    [leftOut, items],
  )
  const calls = useCallsOfEach(importId, hasSharedCalls ? ids.slice(0, 1) : ids)
  return useMemo(() => {
    const taken = (id: string) => calls.get(id)?.filter((call) => !leftOut.has(call.id)).length
    const shared = hasSharedCalls ? taken(ids[0] ?? '') : undefined
    return tallyOf({
      items,
      choices,
      edits,
      hasSharedCalls,
      callsOf: ({ id, apiCalls }) => shared ?? taken(id) ?? apiCalls,
    })
  }, [items, choices, edits, hasSharedCalls, calls, ids, leftOut])
}
