import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ApiCall, ApiRequest } from '../../electron/contract/api-call.ts'
import { call } from '../host.ts'
import { createKeyedStore, useKeyed } from '../state/keyed-store.ts'

/** The saved calls of an environment; null asks for none. */
export function useApiCalls(environmentId: string | null) {
  return useQuery({
    queryKey: ['apiCalls', environmentId],
    queryFn: environmentId === null ? skipToken : () => call('listApiCalls', { environmentId }),
  })
}

const newId = () => crypto.randomUUID()

/** By environment. */
const newIds = createKeyedStore<string>()

/** The id that the call which is being written will have once it is saved: its answer belongs to it before that already. */
export function useNewApiCallId(environmentId: string): [id: string, renew: () => void] {
  const [first] = useState(newId)
  const id = useKeyed(newIds, environmentId) ?? first
  useEffect(() => newIds.set(environmentId, id), [environmentId, id])
  return [id, () => newIds.set(environmentId, newId())]
}

export function useSaveApiCall(environmentId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, request }: { id: string; request: ApiRequest }) =>
      call('saveApiCall', { environmentId, id, request }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['apiCalls', environmentId] }),
  })
}

export function useDeleteApiCall(environmentId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id }: ApiCall) => call('deleteApiCall', { id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['apiCalls', environmentId] }),
  })
}
