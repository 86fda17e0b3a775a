import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CallInput } from '../../electron/contract/calls.ts'
import { call } from '../host.ts'

/** A call as it would be copied. Built again whenever it is asked for. */
export function useCallAs(input: CallInput<'previewCallAs'>) {
  return useQuery({
    queryKey: ['call as', input],
    queryFn: ({ signal }) => call('previewCallAs', input, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  })
}

/** Puts it on the clipboard. */
export const copyCallAs = (input: CallInput<'copyCallAs'>) => call('copyCallAs', input)
