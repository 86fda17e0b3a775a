import { useOpenComparison } from '../../queries/comparison.ts'
import { takeEvidence } from '../../queries/evidence.ts'
import { useVerifyPasted } from '../../queries/verify.ts'
import { CompareButton } from '../../ui/CompareButton.tsx'
import { EvidenceButton } from '../../ui/EvidenceButton.tsx'

interface Props {
  token: string
  /** The environment that it is judged by, or null. */
  environmentId: string | null
}

/** What can be done with a pasted token, beside reading it. */
export function PastedActions({ token, environmentId }: Props) {
  const { outcome } = useVerifyPasted(token)
  const compare = useOpenComparison()
  const evidence = takeEvidence(() => ({
    token: { kind: 'pasted', token },
    environmentId,
    verification: outcome?.kind === 'verified' ? outcome.verification : null,
    introspection: null,
  }))
  return (
    <>
      <CompareButton onCompare={() => compare({ left: { kind: 'pasted', text: token } })} />
      <EvidenceButton {...evidence} />
    </>
  )
}
