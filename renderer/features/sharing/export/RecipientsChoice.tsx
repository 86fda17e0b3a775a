import { Stack, Text } from '@mantine/core'
import type { SharingKeys } from '../../../../electron/contract/sharing.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { AddRecipient } from '../keys/AddRecipient.tsx'
import { recipientsOf } from './export-options.ts'

interface Props {
  keys: SharingKeys | null
  chosen: readonly string[]
  onChoose: (recipients: readonly string[]) => void
}

/** Whom secrets are encrypted to: each of them can read them, and nobody else. */
export function RecipientsChoice({ keys, chosen, onChoose }: Props) {
  const recipients = recipientsOf(keys)
  return (
    <Stack gap={8}>
      {recipients.length === 0 ? (
        <Text size="sm" c="dimmed">
          No recipients yet. A colleague finds theirs under Settings, Sharing keys; it begins with age1.
        </Text>
      ) : (
        <ul className="check-list" aria-label="Recipients" style={{ maxHeight: 180, minHeight: 0 }}>
          {recipients.map(({ name, recipient, fingerprint }) => (
            <li key={recipient}>
              <label className="check-line" title={recipient}>
                <input
                  type="checkbox"
                  aria-label={`${name}, ${fingerprint}`}
                  checked={chosen.includes(recipient)}
                  onChange={(event) =>
                    onChoose(
                      event.currentTarget.checked
                        ? [...chosen, recipient]
                        : chosen.filter((other) => other !== recipient),
                    )
                  }
                />
                <span>
                  <span style={{ overflowWrap: 'anywhere' }}>{visible(name)}</span>
                  <br />
                  <Text span c="dimmed" className="fingerprint">
                    {fingerprint}
                  </Text>
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
      <AddRecipient onAdded={(recipient) => onChoose([...chosen, recipient])} />
    </Stack>
  )
}
