import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { placeholdersOf, type PlaceholderValues } from '../../../../electron/catalogue/providers/apply-preset.ts'
import type { ProviderPreset } from '../../../../electron/catalogue/providers/preset.ts'
import { useFormScope } from '../form-scope.ts'
import { asInput } from '../read-values.ts'
import { withPreset } from './with-preset.ts'

/** The parts that differ from customer to customer, such as a tenant; "Fill in" makes the endpoints of them. */
export function PresetPlaceholders({ preset }: { preset: ProviderPreset }) {
  const { form } = useFormScope()
  const [entered, setEntered] = useState<PlaceholderValues>({})
  const known = placeholdersOf(asInput(form.values), preset)
  const fillIn = () => form.setValues(withPreset(form.getValues(), preset, entered))
  return (
    <Group gap={8} align="flex-end">
      {preset.placeholders.map(({ name, label, example }) => (
        <TextInput
          key={name}
          label={`${preset.name}: ${label}`}
          placeholder={example}
          flex={name === 'base' ? '2 1 220px' : '1 1 140px'}
          spellCheck={false}
          value={entered[name] ?? known[name] ?? ''}
          onChange={({ currentTarget: { value } }) => setEntered((before) => ({ ...before, [name]: value }))}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            fillIn()
          }}
        />
      ))}
      <Button variant="default" onClick={fillIn}>
        Fill in
      </Button>
    </Group>
  )
}
