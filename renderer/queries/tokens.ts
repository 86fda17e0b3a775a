import { useMutation, useQuery } from '@tanstack/react-query'
import { call } from '../host.ts'

export function useTokens() {
  return useQuery({ queryKey: ['tokens'], queryFn: () => call('listTokens', undefined) })
}

export function useToken(environmentId: string) {
  return useQuery({
    queryKey: ['tokens'],
    queryFn: () => call('listTokens', undefined),
    select: (tokens) => tokens.find((token) => token.environmentId === environmentId) ?? null,
  })
}

export function useCopyToken() {
  return useMutation({ mutationFn: (environmentId: string) => call('copyToken', { environmentId }) })
}

/** The token itself; the caller forgets it after 20 s by `reset`. */
export function useRevealToken() {
  return useMutation({ mutationFn: (environmentId: string) => call('revealToken', { environmentId }), gcTime: 0 })
}

/** What a pasted text holds; forgotten as soon as no screen shows it. */
export function useInspection(text: string) {
  return useQuery({ queryKey: ['inspection', text], queryFn: () => call('inspectText', { text, pick: 0 }), gcTime: 0 })
}
