import { useQuery } from '@tanstack/react-query'
import { call } from '../host.ts'

/** The latest that was done with secrets, newest first; asked again whenever it is looked at. */
export function useAuditEvents() {
  return useQuery({
    queryKey: ['auditEvents'],
    queryFn: () => call('listAuditEvents', { limit: 100 }),
    refetchOnMount: 'always',
  })
}
