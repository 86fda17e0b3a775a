import { useMutation, useQuery } from '@tanstack/react-query'
import { call } from '../host.ts'

/** The backups of the workspace, newest first. */
export function useBackups() {
  return useQuery({
    queryKey: ['backups'],
    queryFn: () => call('listBackups', undefined),
    refetchOnMount: 'always',
  })
}

export function useRemoveBackups() {
  return useMutation({ mutationFn: (names: string[]) => call('removeBackups', { names }) })
}
