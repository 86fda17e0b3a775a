import type { FieldProblem } from '../../electron/contract/problem.ts'
import type { OpenedToken } from '../../electron/contract/opened-token.ts'
import type { VerificationOutcome } from '../../electron/contract/verification.ts'
import { hrefOf } from '../route.ts'
import { useRemedies } from '../queries/remedies.ts'
import { NotSent, Problems } from '../ui/NotSent.tsx'
import { Problem } from '../ui/Problem.tsx'
import { isOfTypedKey } from './typed-key-problem.ts'

interface Props {
  outcome: VerificationOutcome | OpenedToken | null
  /** Null when no environment is chosen. */
  environmentId: string | null
  verb: string
  /** Does it again. */
  again: () => void
  dismiss: () => void
}

/** Why a token was not verified or not opened, if it was not, beside what is wrong with a typed key, which its field says. */
export function NotDone({ outcome, ...rest }: Props) {
  if (outcome?.kind !== 'not_sent') return null
  const others = outcome.problems.filter((problem) => !isOfTypedKey(problem))
  return others.length === 0 ? null : <Remedied problems={others} {...rest} />
}

type Remedied = Omit<Props, 'outcome'> & { problems: readonly FieldProblem[] }

function Remedied({ problems, environmentId, verb, again, dismiss }: Remedied) {
  const remedies = useRemedies({ environmentId: environmentId ?? '', verb, again, dismiss })
  if (environmentId !== null) {
    const href = hrefOf({ kind: 'environment', id: environmentId, tab: 'configure' })
    return <NotSent problems={problems} remedies={remedies} href={href} />
  }
  return (
    <Problem tone="warn" word="Warning" title="Nothing was sent">
      <Problems problems={problems} remedies={remedies} />
    </Problem>
  )
}
