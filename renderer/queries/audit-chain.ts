import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CallInput } from '../../electron/contract/calls.ts'
import { call } from '../host.ts'

/** Whether the trail is as it was sealed; checked when it is first looked at, and whenever `refetch` is called. */
export function useAuditChain() {
  const client = useQueryClient()
  return useQuery({
    queryKey: ['auditChain'],
    queryFn: async () => {
      const found = await call('verifyAudit', undefined)
      // Checking seals what waits for it, and entries may have been added.
      void client.invalidateQueries({ queryKey: ['auditEntries'] })
      return found
    },
    refetchOnMount: 'always',
    structuralSharing: false,
  })
}

/** Writes entries to a file that the person chooses. */
export function useExportAudit() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: CallInput<'exportAudit'>) => call('exportAudit', input),
    // It is an entry itself.
    onSuccess: () => client.invalidateQueries({ queryKey: ['auditEntries'] }),
  })
}
