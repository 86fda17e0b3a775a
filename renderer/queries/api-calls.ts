import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ApiCall, ApiRequest } from '../../electron/contract/api-call.ts'
import { call } from '../host.ts'

export function useApiCalls(environmentId: string) {
  return useQuery({ queryKey: ['apiCalls', environmentId], queryFn: () => call('listApiCalls', { environmentId }) })
}

/** The id that the call which is being written will have once it is saved: its answer belongs to it before that already. */
export function useNewApiCallId(environmentId: string): [id: string, renew: () => void] {
  const client = useQueryClient()
  const queryKey = ['kept', 'new API call', environmentId]
  const newId = () => crypto.randomUUID()
  const { data } = useQuery<string>({
    queryKey,
    queryFn: newId,
    enabled: false,
    initialData: newId,
    gcTime: Number.POSITIVE_INFINITY,
  })
  return [data, () => client.setQueryData<string>(queryKey, newId())]
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
