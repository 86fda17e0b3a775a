import { Button, Group, Popover, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { SecretName } from '../../../../electron/contract/secret.ts'
import { OlderBackups } from '../../../ui/OlderBackups.tsx'
import { useForgetSecret } from '../../../queries/secrets.ts'

interface Props {
  environmentId: string
  name: SecretName
  label: string
}

/** Deletes what is held of a secret. The window does not know it, so there is no undo, and it asks. */
export function ForgetSecret({ environmentId, name, label }: Props) {
  const [open, setOpen] = useState(false)
  const forget = useForgetSecret()
  return (
    <Popover opened={open} onChange={setOpen} width={300} position="bottom-start" withinPortal={false} trapFocus>
      <Popover.Target>
        <Button
          variant="transparent"
          size="compact-xs"
          px={0}
          h="auto"
          aria-label={`Delete secret (${label})`}
          onClick={() => setOpen(!open)}
        >
          Delete secret
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Delete secret (${label})`}>
        <Stack gap={8}>
          <Text size="sm">This can’t be undone.</Text>
          <OlderBackups what="it, encrypted" />
          {forget.error === null ? null : (
            <Text size="sm" c="var(--err)" role="alert">
              {forget.error.message}
            </Text>
          )}
          <Group gap={6}>
            <Button
              color="red.9"
              loading={forget.isPending}
              onClick={() => forget.mutate({ environmentId, name }, { onSuccess: () => setOpen(false) })}
            >
              Forget
            </Button>
            <Button variant="default" onClick={() => setOpen(false)}>
              Keep it
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
