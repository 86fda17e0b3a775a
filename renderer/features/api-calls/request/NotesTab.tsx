import { Textarea, TextInput } from '@mantine/core'
import { callFolderRule, callNameRule } from '../../../../electron/vocabulary/api-request-rules.ts'
import { notesRule } from '../../../../electron/vocabulary/environment-rules.ts'
import { problemOf } from '../../../../electron/vocabulary/text-rule.ts'
import { nameOf } from '../../../ui/name-of.ts'
import { useCallScope, useTyped } from './call-form.ts'

/** What is kept of a call for people. Nothing of it is sent. */
export function NotesTab() {
  const { form } = useCallScope()
  const name = useTyped((values) => values.name)
  const folder = useTyped((values) => values.folder)
  const notes = useTyped((values) => values.notes)
  const unnamed = useTyped((values) => (values.url === '' ? '' : nameOf(values)))
  return (
    <div className="call-fields">
      <div className="call-pair">
        <TextInput
          label="Name"
          data-path="name"
          placeholder={unnamed}
          value={name}
          error={problemOf(callNameRule, name)}
          onChange={({ currentTarget }) => form.set({ name: currentTarget.value })}
        />
        <TextInput
          label="Folder"
          data-path="folder"
          placeholder="Orders/Archive"
          value={folder}
          error={problemOf(callFolderRule, folder)}
          onChange={({ currentTarget }) => form.set({ folder: currentTarget.value })}
        />
      </div>
      <Textarea
        label="Notes"
        description="Never sent; no secrets."
        data-path="notes"
        rows={4}
        resize="vertical"
        value={notes}
        error={problemOf(notesRule, notes)}
        onChange={({ currentTarget }) => form.set({ notes: currentTarget.value })}
      />
    </div>
  )
}
