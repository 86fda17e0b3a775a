import type { HeldToken } from '../../../electron/contract/token.ts'
import { useHeldEvidence } from '../../queries/evidence.ts'
import { EvidenceButton } from '../../ui/EvidenceButton.tsx'

/** Evidence of the token that is asked about, with the answer. */
export function HeldEvidence({ token }: { token: HeldToken }) {
  return <EvidenceButton {...useHeldEvidence(token)} />
}
