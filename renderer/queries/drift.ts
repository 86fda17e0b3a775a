import { useQuery } from '@tanstack/react-query'
import { call } from '../host.ts'
import { useLoadedParts } from '../late.ts'

/** How much differs of an environment that nobody called expected. Asked for once the first picture is there. */
export function useDriftCount(environmentId: string): number {
  const isLate = useLoadedParts() !== null
  const { data } = useQuery({
    queryKey: ['driftCounts'],
    queryFn: () => call('driftCounts', undefined),
    enabled: isLate,
    select: (counts) => counts.find((one) => one.environmentId === environmentId)?.count ?? 0,
  })
  return data ?? 0
}
