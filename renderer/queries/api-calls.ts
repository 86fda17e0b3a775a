import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ApiCall, ApiRequest } from '../../electron/contract/api-call.ts'
import { call } from '../host.ts'

export function useApiCalls(environmentId: string) {
  return useQuery({ queryKey: ['apiCalls', environmentId], queryFn: () => call('listApiCalls', { environmentId }) })
}

export function useSaveApiCall(environmentId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, request }: { id: string | null; request: ApiRequest }) =>
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
