import { useMutation } from '@tanstack/react-query'
import type { EvidenceFormat, EvidenceInput } from '../../electron/contract/evidence.ts'
import type { SaveOutcome } from '../../electron/contract/outcome.ts'
import type { HeldToken } from '../../electron/contract/token.ts'
import { call } from '../host.ts'
import { exchangeOf } from './held-action.ts'
import { useDone } from '../state/runs.ts'

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
export function useHeldEvidence(token: HeldToken): TakeEvidence {
  const { environmentId } = token
  const verified = useDone('verifyToken', environmentId)
  const introspected = useDone('introspectToken', environmentId)
  const current = exchangeOf(token)
  return useEvidence({
    token: { kind: 'held', environmentId },
    environmentId,
    verification:
      verified?.of === current && verified.outcome?.kind === 'verified' ? verified.outcome.verification : null,
    introspection: introspected?.of === current ? introspected.outcome : null,
  })
}
