import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useCopyPassphrase, useNewPassphrase } from '../../../queries/exporting.ts'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { Refusal } from '../Refusal.tsx'

/** The passphrase of an export: six words that are made, which stay readable, or one's own. */
export function PassphraseField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [visible, setVisible] = useState(false)
  const create = useNewPassphrase()
  const copy = useCopyPassphrase()
  const short = value !== '' && value.length < 12
  return (
    <Stack gap={8}>
      <PasswordInput
        label="Passphrase"
        autoComplete="off"
        spellCheck={false}
        styles={{ innerInput: { fontFamily: 'var(--mono)' } }}
        visible={visible}
        onVisibilityChange={setVisible}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Group gap={6}>
        <Button
          variant="default"
          loading={create.isPending}
          onClick={() =>
            create.mutate(undefined, {
              onSuccess: (passphrase) => {
                onChange(passphrase)
                setVisible(true)
              },
            })
          }
        >
          New passphrase
        </Button>
        <CopyButton
          disabled={value.length < 12}
          title="The clipboard is cleared after a minute."
          onCopy={() =>
            copy.mutateAsync(value).then(
              () => true,
              () => false,
            )
          }
        >
          Copy passphrase
        </CopyButton>
      </Group>
      <Text size="sm" c={short ? 'var(--err)' : 'dimmed'}>
        {short
          ? `At least 12 characters; these are ${value.length}.`
          : 'Write it down, and send it another way than the file. It isn’t stored: without it, the secrets in the file are lost.'}
      </Text>
      <Refusal title="No passphrase was made" message={create.error?.message ?? null} />
    </Stack>
  )
}
