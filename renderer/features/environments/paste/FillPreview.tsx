import './paste.css'
import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { ClientSettings, SettingsNote } from '../../../../electron/common/client-settings/client-settings.ts'
import { secretNames } from '../../../../electron/vocabulary/secret-names.ts'
import { settingsFormats, settingsNoteText } from '../../../../electron/wording/client-settings.ts'
import { typedSecrets } from '../../../queries/typed-secrets.ts'
import { count } from '../../../ui/count.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { StateIcon } from '../../../ui/StateIcon.tsx'
import { useFormScope } from '../form-scope.ts'
import { type FieldChange, fieldChanges } from './field-changes.ts'
import { filledValues } from './filled-values.ts'
import { secretChanges } from './secret-changes.ts'

interface Props {
  settings: ClientSettings
  /** Makes place for another text. */
  onOther: () => void
  onCancel: () => void
  onFill: (settings: ClientSettings, changes: readonly FieldChange[]) => void
}

/** What would change in the form, before it does. */
export function FillPreview({ settings, onOther, onCancel, onFill }: Props) {
  const { form, environment, draftKey } = useFormScope()
  const act = useRef<HTMLButtonElement>(null)
  const values = form.getValues()
  const fields = fieldChanges(values, filledValues(values, settings))
  const secrets = secretChanges(settings.secrets, {
    typed: typedSecrets(draftKey).secrets,
    states: environment?.secrets ?? null,
    sources: values.secretSources,
  })
  const changes = fields.toSpliced(fields.findIndex(({ path }) => path === 'client_id') + 1, 0, ...secrets)
  // The text had the focus until settings were read of it.
  useEffect(() => act.current?.focus(), [])
  const isSame = changes.length === 0
  return (
    <Stack gap={12}>
      <Text size="sm" role="status">
        Read {settingsFormats[settings.format]}.{' '}
        {isSame ? 'The form has these settings already.' : `${count(changes.length, 'field')} would change.`}
      </Text>
      {settings.notes.length === 0 ? null : <Notes notes={settings.notes} />}
      {isSame ? null : <Changes changes={changes} />}
      <Group gap={8} className="fill-acts">
        <Button
          ref={isSame ? undefined : act}
          data-autofocus={isSame ? undefined : true}
          disabled={isSame}
          onClick={() => onFill(settings, changes)}
        >
          Fill {count(changes.length, 'field')}
        </Button>
        <Button ref={isSame ? act : undefined} variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button variant="subtle" color="gray" ms="auto" onClick={onOther}>
          Paste other text
        </Button>
      </Group>
    </Stack>
  )
}

function Changes({ changes }: { changes: readonly FieldChange[] }) {
  return (
    <table className="facts" aria-label="Changes">
      <colgroup>
        <col style={{ width: '26%' }} />
        <col style={{ width: '26%' }} />
        <col style={{ width: '48%' }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Now</th>
          <th scope="col">Pasted</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ path, title, before, after }) => (
          <tr key={path} className={isWords(path) ? undefined : 'fill-bytes'}>
            <th scope="row">{title}</th>
            <td>{before === '' ? '–' : visible(before)}</td>
            <td>{after === '' ? '–' : visible(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What is typed for people; all else goes over the wire. */
const isWords = (path: string): boolean => ['name', 'provider', ...secretNames].includes(path)

function Notes({ notes }: { notes: readonly SettingsNote[] }) {
  return (
    <ul className="fill-notes" aria-label="Notes">
      {notes.map((note) => (
        <li key={note.code}>
          <StateIcon tone={note.code === 'not_used' || note.code === 'other_commands' ? 'info' : 'warn'} />
          <span>{visible(settingsNoteText(note))}</span>
        </li>
      ))}
    </ul>
  )
}
