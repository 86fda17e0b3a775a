import type { FieldProblem } from '../../../electron/contract/finding.ts'
import { NotSent, Problems } from '../NotSent.tsx'
import { Problem } from '../Problem.tsx'
import type { Remedies } from '../remedies.ts'
import { isOfTypedKey } from './typed-key-problem.ts'

interface Props {
  problems: readonly FieldProblem[]
  remedies: Remedies
  /** The configuration of the environment, or null when none is chosen. */
  href: string | null
}

/** Why a token was not verified or not opened, beside what is wrong with a typed key, which its field says. */
export function NotDone({ problems, remedies, href }: Props) {
  const others = problems.filter((problem) => !isOfTypedKey(problem))
  if (others.length === 0) return null
  if (href !== null) return <NotSent problems={others} remedies={remedies} href={href} />
  return (
    <Problem look="warn" word="Warning" title="Nothing was sent">
      <Problems problems={others} remedies={remedies} />
    </Problem>
  )
}
