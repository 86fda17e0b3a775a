import { ActionIcon, Group, TextInput, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { memo } from 'react'
import type { Variable } from '../../../electron/contract/variable.ts'

interface Props extends Pick<Variable, 'name' | 'value'> {
  index: number
  nameProblem: string | null
  valueProblem: string | null
  onChange: (index: number, part: Partial<Variable>) => void
  onRemove: (index: number) => void
}

/** Typing in one row draws no other. */
export const WorkspaceVariableRow = memo(function WorkspaceVariableRow(props: Props) {
  const { index, name, value, nameProblem, valueProblem, onChange, onRemove } = props
  return (
    <Group gap={8} wrap="nowrap" align="flex-start">
      <TextInput
        flex={2}
        aria-label={`Variable name ${index + 1}`}
        placeholder="name"
        spellCheck={false}
        value={name}
        error={nameProblem}
        onChange={(event) => onChange(index, { name: event.currentTarget.value })}
      />
      <TextInput
        flex={3}
        aria-label={`Variable value ${index + 1}`}
        placeholder="value"
        spellCheck={false}
        value={value}
        error={valueProblem}
        onChange={(event) => onChange(index, { value: event.currentTarget.value })}
      />
      <Tooltip label={`Remove variable ${index + 1}`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          mt={2}
          aria-label={`Remove variable ${index + 1}`}
          onClick={() => onRemove(index)}
        >
          <IconX size={14} />
        </ActionIcon>
      </Tooltip>
    </Group>
  )
})
