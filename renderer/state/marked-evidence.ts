import type { Pointer } from '../../electron/contract/finding.ts'
import { createKeyedStore, useKeyed } from './keyed-store.ts'

/** What is marked in an exchange, by its id. */
const marked = createKeyedStore<readonly Pointer[]>()
/** What is marked in the claims of the token that an environment holds, by the environment. */
const markedClaims = createKeyedStore<readonly string[]>()

const none: readonly Pointer[] = []

export const useMarkedEvidence = (exchangeId: string): readonly Pointer[] => useKeyed(marked, exchangeId) ?? none

export const useIsMarkedClaim = (environmentId: string, name: string): boolean =>
  useKeyed(markedClaims, environmentId)?.includes(name) ?? false

/** Marks what a finding points at in an exchange of the history, until something else is marked there. */
export const markInExchange = (exchangeId: string, pointers: readonly Pointer[]): void =>
  marked.set(exchangeId, pointers)

/** Marks what a finding points at, in its exchange and in the token, until something else is marked there. */
export function markEvidence(environmentId: string, exchangeId: string, pointers: readonly Pointer[]): void {
  marked.set(exchangeId, pointers)
  markedClaims.set(
    environmentId,
    pointers.flatMap((pointer) => (pointer.kind === 'claim' ? [pointer.name] : [])),
  )
}
