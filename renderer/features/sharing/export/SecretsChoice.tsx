import { Radio, Stack, Text } from '@mantine/core'
import type { SharingKeys } from '../../../../electron/contract/sharing.ts'
import type { ExportDraft } from '../../../queries/exporting.ts'
import { Region } from '../../../ui/Region.tsx'
import { PassphraseField } from './PassphraseField.tsx'
import { RecipientsChoice } from './RecipientsChoice.tsx'

const ways = [
  { value: 'none', label: 'Not included', description: 'Everyone supplies their own.' },
  { value: 'recipients', label: 'Encrypted to recipients', description: 'Only those whom you choose can read them.' },
  { value: 'passphrase', label: 'Encrypted to a passphrase', description: 'Whoever knows it can read them.' },
] as const

interface Props {
  draft: ExportDraft
  keys: SharingKeys | null
  onChange: (change: Partial<ExportDraft>) => void
}

export function SecretsChoice({ draft, keys, onChange }: Props) {
  return (
    <Region name="Secrets">
      <Stack gap={10}>
        <Radio.Group aria-label="Secrets" value={draft.carry}>
          <Stack gap={6}>
            {ways.map(({ value, label, description }) => (
              <Radio
                key={value}
                size="xs"
                value={value}
                label={label}
                description={description}
                onChange={() => onChange({ carry: value })}
              />
            ))}
          </Stack>
        </Radio.Group>
        {draft.carry === 'recipients' ? (
          <RecipientsChoice keys={keys} chosen={draft.recipients} onChoose={(recipients) => onChange({ recipients })} />
        ) : null}
        {draft.carry === 'passphrase' ? (
          <PassphraseField value={draft.passphrase} onChange={(passphrase) => onChange({ passphrase })} />
        ) : null}
        <Text size="sm" c="dimmed">
          Where a secret comes from (Vault, AWS, Azure, an environment variable, a file) is always written; such a
          secret itself never is.
        </Text>
      </Stack>
    </Region>
  )
}
