import { ActionIcon, Checkbox, Group, TextInput, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormScope, useTextField } from '../form-scope.ts'
import { SecretValue } from './SecretValue.tsx'

/** One variable: its name, its value, and whether that is a secret. */
export function VariableRow({ index }: { index: number }) {
  const { form } = useFormScope()
  const path = `variables.${index}` as const
  const isSecret = form.values.variables[index]?.secret === true
  const [moved, setMoved] = useState('')
  const toggle = (secret: boolean) => {
    const { name = '', value = '' } = form.getValues().variables[index] ?? {}
    // A secret is in no draft: what was typed goes to the field that alone has it.
    setMoved(secret ? value : '')
    form.replaceListItem('variables', index, { name, value: '', secret })
  }
  return (
    <Group gap={8} wrap="nowrap" align="flex-start">
      <TextInput
        flex={2}
        aria-label={`Variable name ${index + 1}`}
        placeholder="name"
        spellCheck={false}
        {...useTextField(`${path}.name`)}
      />
      {isSecret ? <SecretValue index={index} initial={moved} /> : <PlainValue index={index} />}
      <Checkbox
        mt={6}
        label="Secret"
        aria-label={`Secret ${index + 1}`}
        checked={isSecret}
        onChange={(event) => toggle(event.currentTarget.checked)}
      />
      <Tooltip label={`Remove variable ${index + 1}`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          mt={2}
          aria-label={`Remove variable ${index + 1}`}
          onClick={() => form.removeListItem('variables', index)}
        >
          <IconX size={14} />
        </ActionIcon>
      </Tooltip>
    </Group>
  )
}

function PlainValue({ index }: { index: number }) {
  return (
    <TextInput
      flex={3}
      aria-label={`Variable value ${index + 1}`}
      placeholder="value"
      spellCheck={false}
      {...useTextField(`variables.${index}.value`)}
    />
  )
}
