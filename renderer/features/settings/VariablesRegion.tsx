import { ActionIcon, Button, Group, Stack, Text, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Variable } from '../../../electron/contract/variable.ts'
import { mostVariables } from '../../../electron/vocabulary/variable-rules.ts'
import { useSaveWorkspaceVariables, useWorkspaceVariables } from '../../queries/variables.ts'
import { Region } from '../../ui/Region.tsx'
import { variableProblems } from '../../ui/variable-problems.ts'

const empty: Variable = { name: '', value: '', secret: false }

/** The variables that every environment has. */
export function VariablesRegion() {
  const saved = useWorkspaceVariables().data
  const save = useSaveWorkspaceVariables()
  const [typed, setTyped] = useState<readonly Variable[] | null>(null)
  const [tried, setTried] = useState(false)
  const rows = typed ?? saved ?? []
  const problems = variableProblems(rows)
  const change = (index: number, part: Partial<Variable>) =>
    setTyped(rows.map((row, place) => (place === index ? Object.assign({}, row, part) : row)))
  const submit = () => {
    setTried(true)
    if (Object.keys(problems).length > 0) return
    const variables = rows.map(({ name, value }) => ({ name: name.trim(), value, secret: false }))
    save.mutate(variables, {
      onSuccess: () => {
        setTyped(null)
        setTried(false)
      },
    })
  }
  const problemAt = (path: string) => (tried ? (problems[path] ?? null) : null)
  return (
    <Region name="Variables in all environments">
      <Stack gap={8}>
        <Text size="sm" c="dimmed">
          Calls can use these as {'{{name}}'} in URL, query, headers and body. A variable of the same name in an
          environment replaces the one here. Secrets belong in an environment.
        </Text>
        {rows.map(({ name, value }, index) => (
          <Group key={index} gap={8} wrap="nowrap" align="flex-start">
            <TextInput
              flex={2}
              aria-label={`Variable name ${index + 1}`}
              placeholder="name"
              spellCheck={false}
              value={name}
              error={problemAt(`${index}.name`)}
              onChange={(event) => change(index, { name: event.currentTarget.value })}
            />
            <TextInput
              flex={3}
              aria-label={`Variable value ${index + 1}`}
              placeholder="value"
              spellCheck={false}
              value={value}
              error={problemAt(`${index}.value`)}
              onChange={(event) => change(index, { value: event.currentTarget.value })}
            />
            <Tooltip label={`Remove variable ${index + 1}`}>
              <ActionIcon
                variant="subtle"
                color="gray"
                mt={2}
                aria-label={`Remove variable ${index + 1}`}
                onClick={() => setTyped(rows.filter((_, place) => place !== index))}
              >
                <IconX size={14} />
              </ActionIcon>
            </Tooltip>
          </Group>
        ))}
        <Group gap={8}>
          <Button
            variant="default"
            disabled={saved === undefined || rows.length >= mostVariables}
            leftSection={<IconPlus size={12} />}
            onClick={() => setTyped([...rows, empty])}
          >
            Add variable
          </Button>
          {typed === null ? null : (
            <>
              <Button variant="filled" loading={save.isPending} onClick={submit}>
                Save variables
              </Button>
              <Button
                variant="default"
                onClick={() => {
                  setTyped(null)
                  setTried(false)
                }}
              >
                Discard
              </Button>
            </>
          )}
        </Group>
        {save.error === null ? null : (
          <Text size="sm" c="var(--err)" role="alert">
            Not saved: {save.error.message} What you typed is kept.
          </Text>
        )}
      </Stack>
    </Region>
  )
}
