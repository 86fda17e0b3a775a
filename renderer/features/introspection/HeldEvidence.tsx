import { useQueryClient } from '@tanstack/react-query'
import { memo } from 'react'
import { takeHeldEvidence } from '../../queries/evidence.ts'
import { EvidenceButton } from '../../ui/EvidenceButton.tsx'

/** Evidence of the token that is asked about, with the answer. */
export const HeldEvidence = memo(function HeldEvidence({ environmentId }: { environmentId: string }) {
  return <EvidenceButton {...takeHeldEvidence(useQueryClient(), environmentId)} />
})
