import { useQuery } from '@tanstack/react-query'
import type { ComparisonSide } from '../../electron/contract/comparison.ts'
import { call } from '../host.ts'
import { navigate } from '../route.ts'
import { useEnvironments } from './environments.ts'
import { createKept, useKept } from '../state/kept.ts'
import { useTokens } from './tokens.ts'

/** What a person chose for a side. A pasted text may hold a token, or none. */
export type SideChoice =
  | { kind: 'held' | 'previous' | 'asked'; environmentId: string }
  | { kind: 'pasted'; text: string }

export interface Sides {
  left: SideChoice | null
  right: SideChoice | null
}

const kept = createKept<Sides>({ left: null, right: null })

export function useSides() {
  return useKept(kept)
}

/** Opens the comparison with these sides; one that is left out stays as it was chosen last. */
export function useOpenComparison(): (sides: Partial<Sides>) => void {
  const [, change] = useKept(kept)
  return (sides) => {
    change((now) => ({ ...now, ...sides }))
    navigate({ kind: 'compare' })
  }
}

/** Compared again whenever tokens or environments change. */
export function useComparison(left: ComparisonSide | null, right: ComparisonSide | null) {
  const tokens = useTokens().dataUpdatedAt
  const environments = useEnvironments().dataUpdatedAt
  const sides = JSON.stringify([left, right])
  return useQuery({
    queryKey: ['comparison', sides, tokens, environments],
    queryFn: () => (left === null || right === null ? null : call('compareTokens', { left, right })),
    placeholderData: (previous, query) => (query?.queryKey[1] === sides ? previous : undefined),
    gcTime: 0,
  })
}
