import type { HeldToken } from '../../../electron/contract/token.ts'
import { useOpenComparison } from '../../queries/comparison.ts'
import { useHeldEvidence } from '../../queries/evidence.ts'
import { CompareButton } from '../../ui/CompareButton.tsx'
import { EvidenceButton } from '../../ui/EvidenceButton.tsx'

/** What can be done with the token that an environment holds, beside using it. */
export function HeldActions({ token }: { token: HeldToken }) {
  const { environmentId, previousIssuedAt } = token
  const compare = useOpenComparison()
  const evidence = useHeldEvidence(token)
  return (
    <>
      <CompareButton
        onCompare={() =>
          compare({
            left: { kind: previousIssuedAt === null ? 'asked' : 'previous', environmentId },
            right: { kind: 'held', environmentId },
          })
        }
      />
      <EvidenceButton {...evidence} />
    </>
  )
}
