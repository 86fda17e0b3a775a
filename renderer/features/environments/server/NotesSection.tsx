import { Stack, Textarea } from '@mantine/core'
import { RecordingChoice } from '../../../recording/RecordingChoice.tsx'
import { useFormScope, useTextField } from '../form-scope.ts'
import { FolderField } from './FolderField.tsx'

/** For people: where the environment is listed, whom to ask, what is special. Never sent to a server. */
export function NotesSection() {
  const { environment } = useFormScope()
  return (
    <Stack gap={12}>
      <FolderField />
      <Textarea
        label="Notes"
        rows={6}
        classNames={{ input: 'grows' }}
        placeholder="Contacts and quirks. Never sent; no secrets"
        {...useTextField('notes')}
      />
      {environment === null ? null : <RecordingChoice environmentId={environment.id} />}
    </Stack>
  )
}
