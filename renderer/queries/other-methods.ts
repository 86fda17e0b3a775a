import { useQuery } from '@tanstack/react-query'
import type { AuthMethod } from '../../electron/contract/client-authentication.ts'
import type { TriedMethod } from '../../electron/contract/tried-method.ts'
import { call } from '../host.ts'

/** Which other methods can be tried; read again for each failure. */
export function useOtherMethods(environmentId: string, exchangeId: string) {
  return useQuery({
    queryKey: ['otherMethods', environmentId, exchangeId],
    queryFn: () => call('listOtherMethods', { environmentId }),
    gcTime: 0,
  })
}

export interface Attempt {
  method: AuthMethod
  tried: TriedMethod
}

/** Tries one after the other, and stops at the first that is accepted, when it is cancelled, or when more attempts would do harm. */
export async function tryMethods(
  environmentId: string,
  methods: readonly AuthMethod[],
  signal: AbortSignal,
  onAttempt: (attempt: Attempt) => void,
): Promise<void> {
  for (const method of methods) {
    if (signal.aborted) return
    const tried = await call('tryMethod', { environmentId, method }, signal)
    onAttempt({ method, tried })
    if (tried.kind === 'accepted' || isToStop(tried)) return
  }
}

/** The server asks to be left alone (429), has locked the client (423), or does not answer. */
const isToStop = (tried: TriedMethod): boolean =>
  tried.kind === 'refused' && (tried.status === null || tried.status === 429 || tried.status === 423)
