import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { allExchanges } from '../../electron/common/all-exchanges.ts'
import type { Activity } from '../../electron/contract/activity.ts'
import type { CallInput } from '../../electron/contract/calls.ts'
import type { ActivityRange } from '../../electron/vocabulary/activity.ts'
import { call } from '../host.ts'
import { usePreferences, useSetPreferences } from './host-state.ts'

/** Milliseconds after which the range has moved on. */
const movesOnAfter = 300_000

/** Milliseconds after which exchanges that are not in the index yet are looked for again. */
const indexing = 1000

/** What an environment did. While another range is read, the last one stays. */
export function useActivity(environmentId: string, range: ActivityRange) {
  return useQuery({
    queryKey: ['activity', environmentId, range],
    queryFn: () => call('getActivity', { environmentId, range }),
    placeholderData: (last, query) => (query?.queryKey[1] === environmentId ? last : undefined),
    refetchInterval: ({ state: { data } }) => (data !== undefined && data.notIndexed > 0 ? indexing : movesOnAfter),
    // What was sent meanwhile is in it.
    refetchOnMount: 'always',
    gcTime: 60_000,
  })
}

/** The range that is shown; remembered. */
export function useActivityRange(): [range: ActivityRange, set: (range: ActivityRange) => void] {
  const range = usePreferences().data?.activityRange ?? '7d'
  const { mutate } = useSetPreferences()
  return [range, (next) => mutate({ activityRange: next })]
}

/**
 * Says of drift that it was to be expected, or that it was not; shown at once. `onError` is called though what showed the drift is
 * gone meanwhile.
 */
export function useSetDriftExpected(onError: (error: Error, given: CallInput<'setDriftExpected'>) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (given: CallInput<'setDriftExpected'>) => call('setDriftExpected', given),
    onMutate: ({ ids, isExpected }) =>
      client.setQueriesData<Activity>({ queryKey: ['activity'] }, (known) => withExpected(known, ids, isExpected)),
    onError,
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['activity'] })
      void client.invalidateQueries({ queryKey: ['driftCounts'] })
    },
  })
}

function withExpected(known: Activity | undefined, ids: readonly string[], isExpected: boolean): Activity | undefined {
  if (known === undefined) return known
  const drift = known.drift.map((each) => (ids.includes(each.id) ? Object.assign({}, each, { isExpected }) : each))
  return { ...known, drift }
}

/** The token requests of a span of time, newest first. */
export function useTokenRequests(environmentId: string, span: { startsAt: number; endsAt: number } | null) {
  const [from, to] = [span?.startsAt ?? null, span?.endsAt ?? null]
  return useQuery({
    queryKey: ['history', 'requests', environmentId, from, to],
    queryFn: () => call('searchHistory', tokenRequestFilter(environmentId, from, to)),
    enabled: span !== null,
    refetchOnMount: 'always',
    gcTime: 60_000,
  })
}

const tokenRequestFilter = (
  environmentId: string,
  from: number | null,
  to: number | null,
): CallInput<'searchHistory'> => ({ ...allExchanges, environmentIds: [environmentId], purposes: ['token'], from, to })
