import { queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import type { ImportedCall } from '../../electron/contract/sharing.ts'
import { call } from '../host.ts'

/** They stay as they were read; only which of them are taken is changed. */
const importedCallsQuery = (importId: string, environmentId: string) =>
  queryOptions({
    queryKey: ['importedCalls', importId, environmentId],
    queryFn: () => call('listImportedCalls', { importId, environmentId }),
    staleTime: Infinity,
    enabled: environmentId !== '',
  })

const none: readonly ImportedCall[] = []

/** The calls of one environment of a file; undefined until they are known. */
export const useImportedCalls = (importId: string, environmentId: string): readonly ImportedCall[] | undefined =>
  useQuery(importedCallsQuery(importId, environmentId)).data

/** Those of several, by the environment. */
export function useCallsOfEach(
  importId: string,
  environmentIds: readonly string[],
): ReadonlyMap<string, readonly ImportedCall[]> {
  return useQueries({
    queries: environmentIds.map((id) => importedCallsQuery(importId, id)),
    combine: (results) => new Map(environmentIds.map((id, index) => [id, results[index]?.data ?? none])),
  })
}
