import { useMutation } from '@tanstack/react-query'
import type { CallInput } from '../../electron/contract/calls.ts'
import { call } from '../host.ts'

export function useCopyAsCurl() {
  return useMutation({ mutationFn: (input: CallInput<'copyAsCurl'>) => call('copyAsCurl', input) })
}
