import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { sharingKeyProblemText } from '../../../../electron/wording/sharing-keys.ts'
import { useSecretStorage, useStorageChanges } from '../../../queries/secret-storage.ts'
import { useChangeSharingKeys } from '../../../queries/sharing-keys.ts'
import { StoragePanel } from '../../../ui/StoragePanel.tsx'
import { Refusal } from '../Refusal.tsx'

interface Props {
  /** True where the page shows the storage of secrets already. */
  storageIsShown?: boolean
}

/** Makes one's own keys: to read what others encrypt, and to sign. Where secrets cannot be stored, the way out comes first. */
export function CreateKeys({ storageIsShown = false }: Props) {
  const [name, setName] = useState('')
  const create = useChangeSharingKeys('createSharingKeys')
  const storage = useSecretStorage().data
  const changes = useStorageChanges(create.reset)
  if (storage !== undefined && storage.kind !== 'ready' && storage.kind !== 'new') {
    return storageIsShown ? (
      <Text size="sm">
        You have no keys yet. They are kept with the stored secrets, so see to “Secrets” above first.
      </Text>
    ) : (
      <Stack gap={8}>
        <Text size="sm">You have no keys yet. They are kept with the stored secrets, so these come first:</Text>
        <StoragePanel storage={storage} changes={changes} compact />
      </Stack>
    )
  }
  const refusal =
    create.data?.kind === 'refused' ? sharingKeyProblemText(create.data.reason) : (create.error?.message ?? null)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') create.mutate({ name })
      }}
    >
      <Stack gap={8} maw={460}>
        <Text size="sm">
          You have no keys yet. They are kept with the stored secrets; others see your name and what is public.
        </Text>
        <Group gap={6} align="flex-end">
          <TextInput
            flex={1}
            label="Your name"
            placeholder="As your colleagues know you"
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={name.trim() === ''} loading={create.isPending}>
            Create keys
          </Button>
        </Group>
        <Refusal title="No keys were made" message={refusal} />
      </Stack>
    </form>
  )
}
