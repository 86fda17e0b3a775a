import { Button, Stack, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { SecretStorage } from '../../electron/contract/secret-storage.ts'
import { useSecretStorage, useStorageChanges } from '../queries/secret-storage.ts'
import { StoragePanel } from '../ui/StoragePanel.tsx'

interface Props {
  /** As it was when saving was tried. */
  storage: SecretStorage
  onSave: () => void
  onSession: () => void
  onCancel: () => void
}

/** Secrets that were typed and could not be stored: why, and the ways out. What was typed stays typed. */
export function NotKept({ storage, onSave, onSession, onCancel }: Props) {
  const changes = useStorageChanges(onSave)
  const now = useSecretStorage().data ?? storage
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Save had the focus; where a passphrase can be typed at once, that has it now.
    if (box.current?.contains(document.activeElement) === false) box.current.focus()
  }, [])
  return (
    <Stack ref={box} gap={6} mt={8} role="alert" tabIndex={-1}>
      <Text size="sm" c="var(--warn)">
        Not saved: secrets cannot be stored now. What you typed is kept.
      </Text>
      <StoragePanel storage={now} changes={changes} compact focused>
        <Button variant="default" disabled={changes.pending} onClick={onSession}>
          This session only
        </Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </StoragePanel>
    </Stack>
  )
}
