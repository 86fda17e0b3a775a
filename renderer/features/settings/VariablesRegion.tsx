import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import type { Variable } from '../../../electron/contract/variable.ts'
import { mostVariables } from '../../../electron/vocabulary/variable-rules.ts'
import { useSaveWorkspaceVariables, useWorkspaceRows } from '../../queries/variables.ts'
import { Region } from '../../ui/Region.tsx'
import { showUndo } from '../../ui/undo-notice.tsx'
import { WorkspaceVariableRow } from './WorkspaceVariableRow.tsx'
import { variableProblems } from '../../ui/variable-problems.ts'

const empty: Variable = { name: '', value: '', secret: false }

/** The variables that every environment has. */
export function VariablesRegion() {
  const { rows, isRead, isTyped, change, forget } = useWorkspaceRows()
  const save = useSaveWorkspaceVariables()
  const [tried, setTried] = useState(false)
  const problems = variableProblems(rows)
  const onChange = useCallback(
    (index: number, part: Partial<Variable>) =>
      change((now) => now.map((row, place) => (place === index ? Object.assign({}, row, part) : row))),
    [change],
  )
  const onRemove = useCallback(
    (index: number) =>
      change((now) => {
        const row = now[index]
        if (row !== undefined && row.name + row.value !== '') offerUndo(row, index, change)
        return now.toSpliced(index, 1)
      }),
    [change],
  )
  const submit = () => {
    setTried(true)
    if (Object.keys(problems).length > 0) return
    const variables = rows.map(({ name, value }) => ({ name: name.trim(), value, secret: false }))
    save.mutate(variables, {
      onSuccess: () => {
        forget()
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
          <WorkspaceVariableRow
            key={index}
            index={index}
            name={name}
            value={value}
            nameProblem={problemAt(`${index}.name`)}
            valueProblem={problemAt(`${index}.value`)}
            onChange={onChange}
            onRemove={onRemove}
          />
        ))}
        <Group gap={8}>
          <Button
            variant="default"
            disabled={!isRead || rows.length >= mostVariables}
            leftSection={<IconPlus size={12} />}
            onClick={() => change((now) => [...now, empty])}
          >
            Add variable
          </Button>
          {isTyped ? (
            <>
              <Button variant="filled" loading={save.isPending} onClick={submit}>
                Save variables
              </Button>
              <Button
                variant="default"
                onClick={() => {
                  forget()
                  setTried(false)
                }}
              >
                Discard
              </Button>
            </>
          ) : null}
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

function offerUndo(row: Variable, index: number, change: ReturnType<typeof useWorkspaceRows>['change']): void {
  const message = row.name === '' ? 'Removed a variable.' : `Removed the variable ${row.name}.`
  showUndo(`removed-variable-${crypto.randomUUID()}`, message, () => change((now) => now.toSpliced(index, 0, row)))
}
