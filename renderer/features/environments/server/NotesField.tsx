import { Textarea } from '@mantine/core'
import { useTextField } from '../form-scope.ts'

/** For people: whom to ask, what is special. Never sent to a server. */
export function NotesField() {
  return (
    <Textarea
      label="Notes"
      rows={6}
      classNames={{ input: 'grows' }}
      placeholder="Contacts and quirks. Never sent; no secrets"
      {...useTextField('notes')}
    />
  )
}
