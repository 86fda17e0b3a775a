import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CallInput } from '../../electron/contract/calls.ts'
import type { Provider } from '../../electron/contract/environment.ts'
import { call } from '../host.ts'

export function useSandbox() {
  return useQuery({ queryKey: ['sandbox'], queryFn: () => call('sandboxStatus', undefined) })
}

/** Whether the built-in servers start at this moment: until then their addresses and secrets are not known. */
export function useSandboxStarts(provider: Provider): boolean {
  const status = useSandbox().data
  return provider === 'sandbox' && (status === undefined || status.kind === 'starting')
}

export function useRestartSandbox() {
  return useMutation({ mutationFn: () => call('restartSandbox', undefined) })
}

export function useAbout() {
  return useQuery({ queryKey: ['about'], queryFn: () => call('about', undefined) })
}

export function usePreferences() {
  return useQuery({ queryKey: ['preferences'], queryFn: () => call('getPreferences', undefined) })
}

export function useSetPreferences() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: CallInput<'setPreferences'>) => call('setPreferences', change),
    onSuccess: (preferences) => client.setQueryData(['preferences'], preferences),
  })
}
