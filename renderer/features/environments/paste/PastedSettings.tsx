import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useMemo } from 'react'
import type { ClientSettings } from '../../../../electron/common/client-settings/client-settings.ts'
import { readClientSettings } from '../../../../electron/common/client-settings/read-client-settings.ts'
import { notSettings } from '../../../../electron/wording/client-settings.ts'
import type { FieldChange } from './field-changes.ts'
import { FillPreview } from './FillPreview.tsx'

interface Props {
  text: string
  onText: (text: string) => void
  onCancel: () => void
  onFill: (settings: ClientSettings, changes: readonly FieldChange[]) => void
}

/** A place for the text; once settings are read of it, what they would change. The text itself, with its secret, is then hidden. */
export function PastedSettings({ text, onText, onCancel, onFill }: Props) {
  const outcome = useMemo(() => readClientSettings(text), [text])
  if (outcome.kind === 'read') {
    return <FillPreview settings={outcome.settings} onOther={() => onText('')} onCancel={onCancel} onFill={onFill} />
  }
  return (
    <Stack gap={12}>
      <Textarea
        label="curl command, .env or client JSON"
        description="It is read here and not run. Secrets in it go into their fields, hidden."
        rows={8}
        autoComplete="off"
        spellCheck={false}
        classNames={{ input: 'typed-bytes' }}
        data-autofocus
        value={text}
        error={text.trim() === '' ? null : notSettings[outcome.kind]}
        onChange={({ currentTarget }) => onText(currentTarget.value)}
      />
      <Group gap={8}>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </Stack>
  )
}
