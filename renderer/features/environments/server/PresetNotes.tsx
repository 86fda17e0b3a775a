import { Group, Stack, Text } from '@mantine/core'
import type { ProviderNote } from '../../../../electron/catalogue/providers/preset.ts'
import { StateIcon } from '../../../ui/StateIcon.tsx'

/** Quirks of a provider that matter for what the form holds. The window opens no links: the address is there to be copied. */
export function PresetNotes({ notes }: { notes: readonly ProviderNote[] }) {
  return (
    <Stack gap={6} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {notes.map(({ id, severity, sentence, advice, link }) => (
        <Group component="li" key={id} gap={8} wrap="nowrap" align="flex-start">
          <StateIcon
            tone={severity === 'warning' ? 'warn' : 'info'}
            word={severity === 'warning' ? 'Warning' : 'Information'}
          />
          <div style={{ minWidth: 0 }}>
            <Text size="sm" component="span">
              {sentence}{' '}
            </Text>
            {advice === null ? null : (
              <Text size="sm" component="span" c="dimmed">
                {advice}{' '}
              </Text>
            )}
            <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere', userSelect: 'text' }}>
              {link}
            </Text>
          </div>
        </Group>
      ))}
    </Stack>
  )
}
