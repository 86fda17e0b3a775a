import { queryOptions, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { requestOf } from '../../electron/common/request-of-call.ts'
import type { ApiCallLabel, ApiCallSummary, ApiRequest } from '../../electron/contract/api-call.ts'
import type { CallInput } from '../../electron/contract/calls.ts'
import { call } from '../host.ts'
import { createKeyedStore, useKeyed } from '../state/keyed-store.ts'

/** The saved calls of an environment, with what a list shows; null asks for none. */
export function useApiCalls(environmentId: string | null) {
  return useQuery({
    queryKey: ['apiCalls', environmentId],
    queryFn: environmentId === null ? skipToken : () => call('listApiCalls', { environmentId }),
  })
}

/** The whole of one; null when it is gone. */
const apiCallQuery = (id: string) =>
  queryOptions({ queryKey: ['apiCall', id], queryFn: () => call('getApiCall', { id }) })

/** Null asks for none. */
export function useApiCall(id: string | null) {
  return useQuery({ ...apiCallQuery(id ?? ''), enabled: id !== null })
}

const newId = () => crypto.randomUUID()

/** By environment. */
const newIds = createKeyedStore<string>()

/** The next call that is written is another one, with its own answers. */
export const renewNewApiCallId = (environmentId: string): void => newIds.set(environmentId, newId())

/** The id that the call which is being written will have once it is saved: its answer belongs to it before that already. */
export function useNewApiCallId(environmentId: string): [id: string, renew: () => void] {
  const [first] = useState(newId)
  const id = useKeyed(newIds, environmentId) ?? first
  useEffect(() => newIds.set(environmentId, id), [environmentId, id])
  return [id, () => renewNewApiCallId(environmentId)]
}

interface ToSave {
  id: string
  request: ApiRequest
  /** Without one it keeps the one it has. */
  label?: ApiCallLabel
}

export function useSaveApiCall(environmentId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (toSave: ToSave) => call('saveApiCall', { environmentId, ...toSave }),
    onSuccess: (stored) => {
      if (stored !== null) client.setQueryData(apiCallQuery(stored.id).queryKey, stored)
      return client.invalidateQueries({ queryKey: ['apiCalls', environmentId] })
    },
  })
}

/** Gives a saved call another name, and leaves the rest of it as it is. */
export function useRenameApiCall(environmentId: string) {
  const client = useQueryClient()
  const refresh = useRefresh(environmentId)
  return useMutation({
    mutationFn: async ({ id, name }: { id: string; name: string }) => {
      const whole = await call('getApiCall', { id })
      if (whole === null) return null
      const { folder, notes } = whole
      return call('saveApiCall', { environmentId, id, request: requestOf(whole), label: { name, folder, notes } })
    },
    onSuccess: (stored) => {
      if (stored !== null) client.setQueryData(apiCallQuery(stored.id).queryKey, stored)
      return refresh()
    },
  })
}

/** Puts all saved calls in this order, each in its folder. The list shows it before it is stored. */
export function useArrangeApiCalls(environmentId: string) {
  const client = useQueryClient()
  const refresh = useRefresh(environmentId)
  return useMutation({
    mutationFn: (arranged: readonly ApiCallSummary[]) =>
      call('arrangeApiCalls', { environmentId, order: arranged.map(({ id, folder }) => ({ id, folder })) }),
    onMutate: (arranged) => client.setQueryData(['apiCalls', environmentId], arranged),
    onSettled: async () => {
      // The folder is in the whole call too.
      void client.invalidateQueries({ queryKey: ['apiCall'] })
      await refresh()
    },
  })
}

export function useDuplicateApiCall(environmentId: string) {
  const refresh = useRefresh(environmentId)
  return useMutation({
    mutationFn: (copied: CallInput<'duplicateApiCall'>) => call('duplicateApiCall', copied),
    onSuccess: refresh,
  })
}

/** Deletes calls together; gives the ids of those that were there. */
export function useDeleteApiCalls(environmentId: string) {
  const refresh = useRefresh(environmentId)
  return useMutation({
    mutationFn: (ids: readonly string[]) => call('deleteApiCalls', { environmentId, ids: [...ids] }),
    onSuccess: refresh,
  })
}

/** Puts deleted calls back at their places. */
export function useRestoreApiCalls(environmentId: string) {
  const refresh = useRefresh(environmentId)
  return useMutation({
    mutationFn: (ids: readonly string[]) => call('restoreApiCalls', { environmentId, ids: [...ids] }),
    onSuccess: refresh,
  })
}

function useRefresh(environmentId: string): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['apiCalls', environmentId] })
}
