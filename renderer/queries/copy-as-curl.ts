import { useMutation } from '@tanstack/react-query'
import type { CallInput, CallOutput } from '../../electron/contract/calls.ts'
import { call } from '../host.ts'
import type { Remedies } from '../ui/remedies.ts'
import { useRemedies } from './remedies.ts'

export interface CopyAsCurl {
  copy: (input: CallInput<'copyAsCurl'>) => Promise<CallOutput<'copyAsCurl'>>
  outcome: CallOutput<'copyAsCurl'> | null
  remedies: Remedies
}

/** Copies requests of an environment as curl commands, and knows how what keeps one from being copied is settled. */
export function useCopyAsCurl(environmentId: string): CopyAsCurl {
  const { mutate, mutateAsync, variables, data, reset } = useMutation({
    mutationFn: (input: CallInput<'copyAsCurl'>) => call('copyAsCurl', input),
  })
  const again = () => {
    if (variables !== undefined) mutate(variables)
  }
  const remedies = useRemedies({ environmentId, verb: 'copy', again, dismiss: reset })
  return { copy: mutateAsync, outcome: data ?? null, remedies }
}
