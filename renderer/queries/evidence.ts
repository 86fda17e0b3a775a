import type { QueryClient } from '@tanstack/react-query'
import type { CallInput } from '../../electron/contract/calls.ts'
import type { EvidenceFormat, EvidenceInput, FlowEvidenceInput } from '../../electron/contract/evidence.ts'
import type { SaveOutcome } from '../../electron/contract/outcome.ts'
import { saveProblemText } from '../../electron/wording/save-problem.ts'
import { call } from '../host.ts'
import { done } from '../state/runs.ts'
import { ofHeldToken } from './held-action.ts'

export interface TakeEvidence {
  /** Null when it is on the clipboard, else why not. */
  copy: (format: EvidenceFormat) => Promise<string | null>
  save: (format: EvidenceFormat) => Promise<SaveOutcome>
}

/** A summary for a ticket, of a token and what the window shows of it when it is taken. */
export const takeEvidence = (about: () => Omit<EvidenceInput, 'format'>): TakeEvidence =>
  taking((format) => ({ ...about(), format }))

/** The same of a flow: of a run, or of what would happen. */
export const takeFlowEvidence = (about: Omit<FlowEvidenceInput, 'format'>): TakeEvidence =>
  taking((format) => ({ ...about, format }))

/** The same of one exchange of the history. */
export const takeExchangeEvidence = (exchangeId: string): TakeEvidence => taking((format) => ({ exchangeId, format }))

const taking = (about: (format: EvidenceFormat) => CallInput<'copyEvidence'>): TakeEvidence => ({
  copy: async (format) => {
    const problem = await call('copyEvidence', about(format))
    return problem && saveProblemText(problem)
  },
  save: (format) => call('saveEvidence', about(format)),
})

/** Of the token that an environment holds. What was found out about an earlier one is not said of it. */
export function takeHeldEvidence(client: QueryClient, environmentId: string): TakeEvidence {
  return takeEvidence(() => {
    const current = ofHeldToken.of(client, environmentId)
    const verified = done.verifyToken.get(environmentId)
    const introspected = done.introspectToken.get(environmentId)
    return {
      token: { kind: 'held', environmentId },
      environmentId,
      verification:
        verified?.of === current && verified.outcome?.kind === 'verified' ? verified.outcome.verification : null,
      introspection: introspected?.of === current ? introspected.outcome : null,
    }
  })
}
