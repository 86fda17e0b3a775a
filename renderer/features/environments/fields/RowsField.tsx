import { ActionIcon, Button, Group, Stack, Text, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useId } from 'react'
import { useFormScope, useTextField } from '../form-scope.ts'

interface Props {
  path: 'parameters' | 'headers'
  title: string
  /** What one of them is called. */
  one: 'parameter' | 'header'
  hint: string
}

/** Names with values, in their order; a name may come more than once. */
export function RowsField({ path, title, one, hint }: Props) {
  const { form } = useFormScope()
  const id = useId()
  const rows = form.values[path]
  return (
    <Stack gap={4} role="group" aria-labelledby={id}>
      <Text size="sm" fw={600} id={id}>
        {title}
      </Text>
      {rows.length === 0 ? (
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      ) : null}
      {rows.map((_, index) => (
        <Row key={index} path={path} one={one} index={index} />
      ))}
      <Button
        variant="default"
        size="compact-xs"
        w="fit-content"
        leftSection={<IconPlus size={12} />}
        onClick={() => form.insertListItem(path, { name: '', value: '' })}
      >
        Add {one}
      </Button>
    </Stack>
  )
}

function Row({ path, one, index }: Pick<Props, 'path' | 'one'> & { index: number }) {
  const { form } = useFormScope()
  const called = `${one === 'header' ? 'Header' : 'Parameter'} ${index + 1}`
  return (
    <Group gap={8} wrap="nowrap" align="flex-start">
      <TextInput
        flex={2}
        aria-label={`${called} name`}
        placeholder="name"
        spellCheck={false}
        {...useTextField(`${path}.${index}.name`)}
      />
      <TextInput
        flex={3}
        aria-label={`${called} value`}
        placeholder="value"
        spellCheck={false}
        {...useTextField(`${path}.${index}.value`)}
      />
      <Tooltip label={`Remove ${one} ${index + 1}`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          mt={2}
          aria-label={`Remove ${one} ${index + 1}`}
          onClick={() => form.removeListItem(path, index)}
        >
          <IconX size={14} />
        </ActionIcon>
      </Tooltip>
    </Group>
  )
}
