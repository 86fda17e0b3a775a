import { useQueryClient } from '@tanstack/react-query'
import { memo, useMemo } from 'react'
import { useOpenComparison } from '../../queries/comparison.ts'
import { takeHeldEvidence } from '../../queries/evidence.ts'
import { CompareButton } from '../../ui/CompareButton.tsx'
import { EvidenceButton } from '../../ui/EvidenceButton.tsx'

interface Props {
  environmentId: string
  /** Whether the environment held another token before. */
  hasPrevious: boolean
}

/** What can be done with the token that an environment holds, beside using it. */
export const HeldActions = memo(function HeldActions({ environmentId, hasPrevious }: Props) {
  const compare = useOpenComparison()
  const client = useQueryClient()
  const evidence = useMemo(() => takeHeldEvidence(client, environmentId), [client, environmentId])
  return (
    <>
      <CompareButton
        onCompare={() =>
          compare({
            left: { kind: hasPrevious ? 'previous' : 'asked', environmentId },
            right: { kind: 'held', environmentId },
          })
        }
      />
      <EvidenceButton {...evidence} />
    </>
  )
})
