import { Stack, Text } from '@mantine/core'
import { problemSentence } from '../../electron/wording/problems.ts'
import type { FieldProblem } from '../../electron/contract/problem.ts'
import { visible } from './format.ts'
import { Problem } from './Problem.tsx'
import type { Remedies } from './remedies.ts'
import { RemedyPanel } from './RemedyPanel.tsx'

interface Props {
  problems: readonly FieldProblem[]
  href: string
  remedies: Remedies
}

/** The request did not leave this computer: what is missing, and the way to it, on the spot where there is one. */
export function NotSent({ problems, href, remedies }: Props) {
  const elsewhere = problems.some(({ remedy }) => remedy === undefined)
  return (
    <Problem tone="warn" word="Warning" title="Nothing was sent">
      <Problems problems={problems} remedies={remedies} />
      {elsewhere ? (
        <Text size="sm" mt={6}>
          <a href={href}>Open Configure</a>
        </Text>
      ) : null}
    </Problem>
  )
}

/** Each problem with its remedy. What is settled makes the request again, which then shows the next one. */
export function Problems({ problems, remedies }: Omit<Props, 'href'>) {
  return (
    <Stack gap={6} component="ul" m={0} pl={18} fz="sm">
      {problems.map((problem) => (
        <li key={`${problem.field} ${problemSentence(problem)}`}>
          <Stack gap={6}>
            {saysItself(problem.remedy, remedies) ? null : (
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {visible(problemSentence(problem))}
              </Text>
            )}
            {problem.remedy === undefined ? null : <RemedyPanel remedy={problem.remedy} remedies={remedies} />}
          </Stack>
        </li>
      ))}
    </Stack>
  )
}

/** True where the panel of the remedy says what the problem is. */
function saysItself(remedy: FieldProblem['remedy'], { storage }: Remedies): boolean {
  return remedy?.kind === 'allow_origin' || (remedy?.kind === 'unlock' && storage !== null)
}
