import type { OpenedToken } from '../../electron/contract/opened-token.ts'
import type { VerificationOutcome } from '../../electron/contract/verification.ts'
import { NotSent, Problems } from '../ui/NotSent.tsx'
import { Problem } from '../ui/Problem.tsx'
import type { Remedies } from '../ui/remedies.ts'
import { isOfTypedKey } from './typed-key-problem.ts'

interface Props {
  outcome: VerificationOutcome | OpenedToken | null
  remedies: Remedies
  /** The configuration of the environment, or null when none is chosen. */
  href: string | null
}

/** Why a token was not verified or not opened, if it was not, beside what is wrong with a typed key, which its field says. */
export function NotDone({ outcome, remedies, href }: Props) {
  if (outcome?.kind !== 'not_sent') return null
  const others = outcome.problems.filter((problem) => !isOfTypedKey(problem))
  if (others.length === 0) return null
  if (href !== null) return <NotSent problems={others} remedies={remedies} href={href} />
  return (
    <Problem look="warn" word="Warning" title="Nothing was sent">
      <Problems problems={others} remedies={remedies} />
    </Problem>
  )
}
