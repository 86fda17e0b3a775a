import { Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { visible } from '../../../../electron/common/visible.ts'
import { useFormScope } from '../form-scope.ts'
import { scopeRules } from './scope-rules.ts'

const few = 12

/** Scopes that the server publishes and that are not asked for yet; what is typed narrows them down. */
export function ScopeSuggestions() {
  const { form, metadata } = useFormScope()
  const [all, setAll] = useState(false)
  const { chips, typed } = form.values.scope
  const open = (metadata?.scopes_supported ?? []).filter(
    (scope) => !chips.includes(scope) && scopeRules.problemOf(scope) === null,
  )
  const fitting = open.filter((scope) => scope.toLowerCase().includes(typed.trim().toLowerCase()))
  if (open.length === 0) return null
  const shown = all ? fitting : fitting.slice(0, few)
  return (
    <Group gap={4} mt={4} role="group" aria-label="Published scopes">
      <Text size="xs" c="dimmed">
        Published:
      </Text>
      {shown.map((scope) => (
        <Button
          key={scope}
          variant="default"
          size="compact-xs"
          leftSection={<IconPlus size={11} />}
          maw={260}
          title={visible(scope)}
          aria-label={`Add ${visible(scope)}`}
          // The text field keeps the focus, so that what narrowed the list down is not made a chip.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => form.setFieldValue('scope', { chips: [...form.getValues().scope.chips, scope], typed: '' })}
        >
          {visible(scope)}
        </Button>
      ))}
      {fitting.length > shown.length ? (
        <Button variant="subtle" size="compact-xs" onClick={() => setAll(true)}>
          {fitting.length - shown.length} more
        </Button>
      ) : null}
      {fitting.length === 0 ? (
        <Text size="xs" c="dimmed">
          none with “{typed.trim()}”
        </Text>
      ) : null}
    </Group>
  )
}
