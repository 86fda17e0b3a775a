import { Button, Group, Stack, Text } from '@mantine/core'
import type { FieldSentence } from './problems.ts'
import { StateIcon } from '../../ui/StateIcon.tsx'
import { useFormScope } from './form-scope.ts'
import { goToFields } from './first-field.ts'
import { sectionOf, sectionTitles } from './sections.ts'
import { UnlockHere } from './secrets/UnlockHere.tsx'

interface Props {
  title: string
  problems: readonly FieldSentence[]
}

/** Everything that keeps a request from being sent, with the way to the field it is in. */
export function ProblemList({ title, problems }: Props) {
  const { sections } = useFormScope()
  return (
    <Stack gap={4} className="panel" role="status">
      <Group gap={8} wrap="nowrap">
        <StateIcon tone="warn" word="Warning" />
        <Text size="sm" fw={600}>
          {title}
        </Text>
      </Group>
      {problems.map(({ field, sentence, remedy }) => {
        const section = sectionOf(field)
        return (
          <Stack key={field} gap={6} pl={26}>
            <Group gap={8} wrap="nowrap" align="baseline">
              <Text size="sm" flex={1} style={{ overflowWrap: 'anywhere' }}>
                {sentence}
              </Text>
              {section === null ? null : (
                <Button
                  variant="transparent"
                  size="compact-xs"
                  px={0}
                  style={{ flexShrink: 0 }}
                  onClick={() => goToFields([field], sections)}
                >
                  {sectionTitles[section]}
                </Button>
              )}
            </Group>
            {remedy?.kind === 'unlock' ? <UnlockHere /> : null}
          </Stack>
        )
      })}
    </Stack>
  )
}
