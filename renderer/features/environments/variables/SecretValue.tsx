import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { CallOutput } from '../../../../electron/contract/calls.ts'
import { hiddenValue } from '../../../../electron/common/variables/resolved-preview.ts'
import { problemOf } from '../../../../electron/vocabulary/text-rule.ts'
import { secretVariableValueRule, variableNameRule } from '../../../../electron/vocabulary/variable-rules.ts'
import { problemSentence } from '../../../../electron/wording/problems.ts'
import { useSecretVariableNames, useSetSecretVariable } from '../../../queries/variables.ts'
import { textAt, useFormScope } from '../form-scope.ts'
import { UnlockHere } from '../secrets/UnlockHere.tsx'

interface Props {
  index: number
  /** What was typed before the variable became a secret. */
  initial: string
}

/** The value of a secret variable: typed once and stored at once, then hidden for good. */
export function SecretValue({ index, initial }: Props) {
  const { environment, form } = useFormScope()
  const name = textAt(form, `variables.${index}.name`).trim()
  if (environment === null) {
    return (
      <Text flex={3} size="sm" c="dimmed" mt={6}>
        Save the environment, then enter its value here.
      </Text>
    )
  }
  return <StoredValue key={name} environmentId={environment.id} name={name} index={index} initial={initial} />
}

function StoredValue({ environmentId, name, index, initial }: Props & { environmentId: string; name: string }) {
  const names = useSecretVariableNames(environmentId).data
  const set = useSetSecretVariable(environmentId)
  const [typed, setTyped] = useState(initial)
  const [replacing, setReplacing] = useState(false)
  const isStored = names?.includes(name) === true
  const nameProblem = problemOf(variableNameRule, name)
  const problem =
    nameProblem ?? problemOf(secretVariableValueRule, typed) ?? said(set.data) ?? set.error?.message ?? null
  const store = (value: string) =>
    set.mutate(
      { name, value },
      {
        onSuccess: (outcome) => {
          if (outcome.kind !== 'set') return
          setTyped('')
          setReplacing(false)
        },
      },
    )
  const canStore = typed !== '' && nameProblem === null && !set.isPending
  if (isStored && !replacing && typed === '') {
    return (
      <Group flex={3} gap={8} mt={4} wrap="nowrap">
        <Text span aria-label={`Variable value ${index + 1} is stored`} role="img">
          {hiddenValue}
        </Text>
        <Button
          variant="default"
          size="compact-xs"
          aria-label={`Replace value ${index + 1}`}
          onClick={() => setReplacing(true)}
        >
          Replace
        </Button>
        <Button
          variant="default"
          size="compact-xs"
          aria-label={`Delete value ${index + 1}`}
          loading={set.isPending}
          onClick={() => store('')}
        >
          Delete
        </Button>
        {problem === null ? null : <Said problem={problem} />}
      </Group>
    )
  }
  return (
    <Stack flex={3} gap={4}>
      <Group gap={8} wrap="nowrap" align="flex-start">
        <PasswordInput
          flex={1}
          autoComplete="off"
          aria-label={`Variable value ${index + 1}`}
          placeholder={isStored ? 'new value' : 'value'}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key === 'Enter' && canStore) store(typed)
          }}
        />
        <Button
          variant="default"
          aria-label={`Store value ${index + 1}`}
          disabled={!canStore}
          loading={set.isPending}
          onClick={() => store(typed)}
        >
          Store
        </Button>
        {replacing ? (
          <Button
            variant="default"
            aria-label={`Keep value ${index + 1}`}
            onClick={() => {
              setTyped('')
              setReplacing(false)
            }}
          >
            Keep
          </Button>
        ) : null}
      </Group>
      {problem === null || (typed === '' && set.data === undefined) ? null : <Said problem={problem} />}
      {set.data?.kind === 'not_kept' || set.data?.kind === 'not_read' ? <UnlockHere /> : null}
    </Stack>
  )
}

const Said = ({ problem }: { problem: string }) => (
  <Text size="xs" c="var(--err)" role="alert" style={{ overflowWrap: 'anywhere' }}>
    {problem}
  </Text>
)

/** Why it was not stored; null when it was. */
function said(outcome: CallOutput<'setSecretVariable'> | undefined): string | null {
  switch (outcome?.kind) {
    case undefined:
    case 'set':
      return null
    case 'gone':
      return 'This environment no longer exists.'
    case 'full':
      return 'Not stored: all secret variables together may have at most 100,000 characters.'
    case 'not_read':
      return `Not stored: ${problemSentence(outcome.problem)}`
    case 'not_kept':
      return 'Not stored: secrets cannot be stored now. What you typed is kept.'
  }
}
