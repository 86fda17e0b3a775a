import { useMutation, useQuery } from '@tanstack/react-query'
import type { CallInput } from '../../electron/contract/calls.ts'
import { call } from '../host.ts'

/** The environments whose requests are not recorded. */
export function useUnrecorded() {
  return useQuery({ queryKey: ['unrecorded'], queryFn: () => call('listUnrecorded', undefined) })
}

/** Whether the requests of an environment are recorded; null while that is not known. */
export function useIsRecorded(environmentId: string): boolean | null {
  const unrecorded = useUnrecorded().data
  return unrecorded === undefined ? null : !unrecorded.includes(environmentId)
}

/** Main says afterwards that environments changed. */
export function useSetRecording() {
  return useMutation({ mutationFn: (input: CallInput<'setRecording'>) => call('setRecording', input) })
}
