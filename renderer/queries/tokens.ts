import { type QueryClient, useQuery } from '@tanstack/react-query'
import type { HeldToken } from '../../electron/contract/token.ts'
import { call } from '../host.ts'

const tokens = { queryKey: ['tokens'], queryFn: () => call('listTokens', undefined) }

export function useTokens() {
  return useQuery(tokens)
}

export function useToken(environmentId: string) {
  return useQuery({ ...tokens, select: (held) => tokenOf(held, environmentId) })
}

/** All of them while they are wanted; else none, and a change of them draws nothing. */
export function useTokensWhile(isWanted: boolean): readonly HeldToken[] {
  return useQuery({ ...tokens, select: (held) => (isWanted ? held : none) }).data ?? none
}

const none: readonly HeldToken[] = []

/** The token that an environment holds now, as far as the window knows. */
export const heldToken = (client: QueryClient, environmentId: string): HeldToken | null =>
  tokenOf(client.getQueryData<readonly HeldToken[]>(tokens.queryKey) ?? [], environmentId)

const tokenOf = (held: readonly HeldToken[], environmentId: string): HeldToken | null =>
  held.find((token) => token.environmentId === environmentId) ?? null

/** Takes a token from the answer that issued it: the list that main is asked for comes after that was painted. */
export function putToken(client: QueryClient, token: HeldToken): void {
  client.setQueryData<HeldToken[]>(tokens.queryKey, (held) => {
    if (held === undefined) return undefined
    const isSame = ({ environmentId }: HeldToken) => environmentId === token.environmentId
    return held.some(isSame) ? held.map((one) => (isSame(one) ? token : one)) : [...held, token]
  })
}

export const copyToken = (environmentId: string): Promise<boolean> => call('copyToken', { environmentId })

/** The token itself; the caller forgets it after 20 s. */
export const revealToken = (environmentId: string): Promise<string | null> => call('revealToken', { environmentId })

/** What a pasted text holds; forgotten as soon as no screen shows it. */
export function useInspection(text: string) {
  return useQuery({ queryKey: ['inspection', text], queryFn: () => call('inspectText', { text, pick: 0 }), gcTime: 0 })
}
