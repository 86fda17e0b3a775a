import { Stack } from '@mantine/core'
import { presetOf } from '../../../../electron/catalogue/providers.ts'
import { useFormScope } from '../form-scope.ts'
import { asInput } from '../read-values.ts'
import { PresetPlaceholders } from './PresetPlaceholders.tsx'
import { PresetNotes } from './PresetNotes.tsx'

/** What the preset needs to fill in the endpoints, and what it warns about for what the form holds. */
export function ProviderHelp() {
  const { form, managed } = useFormScope()
  const preset = presetOf(form.values.provider)
  if (preset === null || managed) return null
  const value = asInput(form.values)
  const notes = preset.notes.filter(({ when }) => when(value))
  if (preset.placeholders.length === 0 && notes.length === 0) return null
  return (
    <Stack gap={8} className="panel" role="group" aria-label={`About ${preset.name}`}>
      {preset.placeholders.length === 0 ? null : <PresetPlaceholders key={preset.id} preset={preset} />}
      {notes.length === 0 ? null : <PresetNotes notes={notes} />}
    </Stack>
  )
}
