import type { FieldProblem } from '../../../electron/contract/problem.ts'
import { hrefOf } from '../../route.ts'
import { useRemedies } from '../../queries/remedies.ts'
import { NotSent } from '../../ui/NotSent.tsx'

interface Props {
  problems: readonly FieldProblem[]
  environmentId: string
  /** Sends it again. */
  again: () => void
  dismiss: () => void
  isPrimary?: boolean
}

/** What kept a request of an environment from being sent, and the ways out. */
export function NothingSent({ problems, environmentId, again, dismiss, isPrimary = false }: Props) {
  const remedies = useRemedies({ environmentId, verb: 'send', again, dismiss })
  const href = hrefOf({ kind: 'environment', id: environmentId, tab: 'configure' })
  return <NotSent problems={problems} remedies={remedies} href={href} isPrimary={isPrimary} />
}
