import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SandboxChange } from '../../electron/vocabulary/sandbox-changes.ts'
import { call } from '../host.ts'

const queryKey = ['sandbox', 'changes']

/** What the sandbox does differently now. */
export function useSandboxChanges() {
  return useQuery({ queryKey, queryFn: () => call('sandboxChanges', undefined) })
}

export function useSetSandboxChanges() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (changes: SandboxChange[]) => call('setSandboxChanges', changes),
    // A switch shows at once what was chosen, and the next one adds to it.
    onMutate: (changes) => client.setQueryData(queryKey, changes),
    onSuccess: (changes) => client.setQueryData(queryKey, changes),
    onError: () => client.invalidateQueries({ queryKey }),
  })
}
