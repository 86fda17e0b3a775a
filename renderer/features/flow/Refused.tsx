import type { FieldProblem } from '../../../electron/contract/problem.ts'
import { useRemedies } from '../../queries/remedies.ts'
import { Problems } from '../../ui/NotSent.tsx'

interface Props {
  environmentId: string
  problems: readonly FieldProblem[]
  again: () => void
  dismiss: () => void
}

/** What kept a request from being sent, and what settles it on the spot. */
export function Refused({ environmentId, problems, again, dismiss }: Props) {
  const remedies = useRemedies({ environmentId, verb: 'run', again, dismiss })
  return (
    <div className="flow-remedy">
      <Problems problems={problems} remedies={remedies} isPrimary />
    </div>
  )
}
