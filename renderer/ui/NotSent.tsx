import { Stack, Text } from '@mantine/core'
import { useContext } from 'react'
import { fieldLabel } from '../../electron/wording/field-labels.ts'
import { problemSentence } from '../../electron/wording/problems.ts'
import type { FieldProblem } from '../../electron/contract/problem.ts'
import { visible } from '../../electron/common/visible.ts'
import { GoToField } from './GoToField.tsx'
import { Problem } from './Problem.tsx'
import type { Remedies } from './remedies.ts'
import { RemedyPanel } from './RemedyPanel.tsx'
import { ShownEnvironment } from './shown-environment.ts'

interface Props {
  problems: readonly FieldProblem[]
  href: string
  remedies: Remedies
  /** Whether the way to the first field is what helps most on this screen. */
  isPrimary?: boolean
}

/** The request did not leave this computer: what is missing, and the way to it, on the spot where there is one. */
export function NotSent({ problems, href, remedies, isPrimary = false }: Props) {
  const environment = useContext(ShownEnvironment)
  const elsewhere = problems.some(
    ({ remedy, field }) => remedy === undefined && (environment === null || fieldLabel(field) === null),
  )
  return (
    <Problem tone="warn" word="Warning" title="Nothing was sent">
      <Problems problems={problems} remedies={remedies} isPrimary={isPrimary} />
      {elsewhere ? (
        <Text size="sm" mt={6}>
          <a href={href}>Open Configure</a>
        </Text>
      ) : null}
    </Problem>
  )
}

/** Each problem with its remedy. What is settled makes the request again, which then shows the next one. */
export function Problems({ problems, remedies, isPrimary = false }: Omit<Props, 'href'>) {
  const first = problems.find(({ remedy, field }) => remedy === undefined && fieldLabel(field) !== null)
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
            {problem.remedy === undefined ? (
              <WayTo problem={problem} isPrimary={isPrimary && problem === first} />
            ) : (
              <RemedyPanel remedy={problem.remedy} remedies={remedies} />
            )}
          </Stack>
        </li>
      ))}
    </Stack>
  )
}

/** To the field that the problem is with, where Configure has it. */
function WayTo({ problem: { field }, isPrimary }: { problem: FieldProblem; isPrimary: boolean }) {
  return fieldLabel(field) === null ? null : (
    <div>
      <GoToField fields={[field]} look={isPrimary ? 'primary' : 'link'} />
    </div>
  )
}

/** True where the panel of the remedy says what the problem is. */
function saysItself(remedy: FieldProblem['remedy'], { storage }: Remedies): boolean {
  return remedy?.kind === 'allow_origin' || (remedy?.kind === 'unlock' && storage !== null)
}
