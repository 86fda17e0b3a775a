import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { EvidenceFormat, EvidenceInput } from '../../electron/contract/evidence.ts'
import type { SaveOutcome } from '../../electron/contract/outcome.ts'
import type { HeldToken } from '../../electron/contract/token.ts'
import { call } from '../host.ts'
import { useAction } from './action.ts'

export interface TakeEvidence {
  /** Null when it is on the clipboard, else why not. */
  copy: (format: EvidenceFormat) => Promise<string | null>
  save: (format: EvidenceFormat) => Promise<SaveOutcome>
}

/** A summary for a ticket, of a token and what the window shows of it. */
export function useEvidence(about: Omit<EvidenceInput, 'format'>): TakeEvidence {
  const copy = useMutation({ mutationFn: (input: EvidenceInput) => call('copyEvidence', input), gcTime: 0 })
  const save = useMutation({ mutationFn: (input: EvidenceInput) => call('saveEvidence', input), gcTime: 0 })
  return {
    copy: (format) => copy.mutateAsync({ ...about, format }),
    save: (format) => save.mutateAsync({ ...about, format }),
  }
}

/** Of the token that an environment holds. What was found out about an earlier one is not said of it. */
export function useHeldEvidence({ environmentId, lifetime: { issuedAt } }: HeldToken): TakeEvidence {
  const { outcome: verified } = useAction('verifyToken', environmentId)
  const { outcome: introspected } = useAction('introspectToken', environmentId)
  const introspectedAt = useIntrospectedAt(environmentId)
  const verification = verified?.kind === 'verified' ? verified.verification : null
  return useEvidence({
    token: { kind: 'held', environmentId },
    environmentId,
    verification: verification !== null && verification.checkedAt >= issuedAt ? verification : null,
    introspection: introspectedAt >= issuedAt ? introspected : null,
  })
}

/** When the introspection that is on screen was answered, in milliseconds since 1970. */
export function useIntrospectedAt(environmentId: string): number {
  return useQueryClient().getQueryState(['outcome', 'introspectToken', environmentId])?.dataUpdatedAt ?? 0
}
