import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { useState, useSyncExternalStore } from 'react'
import { hiddenValue } from '../../../../electron/common/variables/resolved-preview.ts'
import { problemOf } from '../../../../electron/vocabulary/text-rule.ts'
import { secretVariableValueRule } from '../../../../electron/vocabulary/variable-rules.ts'
import { notStored } from '../../../queries/store-variables.ts'
import { onTypedSecrets, typedSecrets } from '../../../queries/typed-secrets.ts'
import { useSecretVariableNames, useSetSecretVariable } from '../../../queries/variables.ts'
import { textAt, useFormScope } from '../form-scope.ts'
import { UnlockHere } from '../secrets/UnlockHere.tsx'
import { typedValue, withValue } from './typed-values.ts'

/** The value of a secret variable: stored when the environment is saved, then hidden for good. */
export function SecretValue({ index }: { index: number }) {
  const { environment, form } = useFormScope()
  const name = textAt(form, `variables.${index}.name`).trim()
  if (environment === null) return <TypedValue index={index} name={name} isStored={false} onKeep={null} />
  const key = `${name} ${environment.secrets.secret_variables.setAt}`
  return <StoredValue key={key} environmentId={environment.id} name={name} index={index} />
}

interface Row {
  index: number
  name: string
}

function StoredValue({ environmentId, name, index }: Row & { environmentId: string }) {
  const { draftKey } = useFormScope()
  const names = useSecretVariableNames(environmentId).data
  const set = useSetSecretVariable(environmentId)
  const typed = useTypedValue(draftKey, index, name)
  const [replacing, setReplacing] = useState(false)
  const isStored = names?.includes(name) === true
  const problem = (set.data === undefined ? null : notStored(set.data)) ?? set.error?.message ?? null
  if (!isStored || replacing || typed !== '') {
    return (
      <TypedValue index={index} name={name} isStored={isStored} onKeep={isStored ? () => setReplacing(false) : null} />
    )
  }
  return (
    <Stack flex={3} gap={4}>
      <Group gap={8} mt={4} wrap="nowrap">
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
          onClick={() => set.mutate({ name, value: '' })}
        >
          Delete
        </Button>
      </Group>
      {problem === null ? null : <Said problem={`Not deleted: ${problem}`} />}
      {set.data?.kind === 'not_kept' || set.data?.kind === 'not_read' ? <UnlockHere /> : null}
    </Stack>
  )
}

/** `onKeep` goes back to the one that is stored. */
function TypedValue({ index, name, isStored, onKeep }: Row & { isStored: boolean; onKeep: (() => void) | null }) {
  const { draftKey, drawing, typeVariables } = useFormScope()
  const typed = useTypedValue(draftKey, index, name)
  const problem = problemOf(secretVariableValueRule, typed)
  const type = (value: string) => typeVariables((now) => withValue(now, { index, name, value }))
  return (
    <Stack flex={3} gap={4}>
      <Group gap={8} wrap="nowrap" align="flex-start">
        <PasswordInput
          flex={1}
          autoComplete="off"
          data-path={`variables.${index}.value`}
          aria-label={`Variable value ${index + 1}`}
          placeholder={isStored ? 'new value, stored when you save' : 'value, stored when you save'}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={drawing.settle}
        />
        {onKeep === null ? null : (
          <Button
            variant="default"
            aria-label={`Keep value ${index + 1}`}
            onClick={() => {
              type('')
              onKeep()
            }}
          >
            Keep
          </Button>
        )}
      </Group>
      {problem === null ? null : <Said problem={problem} />}
    </Stack>
  )
}

const useTypedValue = (draftKey: string, index: number, name: string): string =>
  useSyncExternalStore(onTypedSecrets, () => typedValue(typedSecrets(draftKey).variables, index, name))

const Said = ({ problem }: { problem: string }) => (
  <Text size="xs" c="var(--err)" role="alert" style={{ overflowWrap: 'anywhere' }}>
    {problem}
  </Text>
)
