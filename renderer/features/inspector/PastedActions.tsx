import { useOpenComparison } from '../../queries/comparison.ts'
import { CompareButton } from '../../ui/CompareButton.tsx'

/** What can be done with a pasted token, beside reading it. */
export function PastedActions({ token }: { token: string }) {
  const compare = useOpenComparison()
  return <CompareButton onCompare={() => compare({ left: { kind: 'pasted', text: token } })} />
}
