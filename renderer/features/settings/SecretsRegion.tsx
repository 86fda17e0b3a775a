import { Skeleton, Stack } from '@mantine/core'
import { useSecretStorage, useStorageChanges } from '../../queries/secret-storage.ts'
import { CallFailed } from '../../ui/Problem.tsx'
import { Region } from '../../ui/Region.tsx'
import { StoragePanel } from '../../ui/StoragePanel.tsx'
import { PreferenceNumber } from './PreferenceNumber.tsx'

/** How secrets are protected on this computer, how long fetched ones are kept, and when an old one is pointed out. */
export function SecretsRegion() {
  const storage = useSecretStorage()
  const changes = useStorageChanges(() => {})
  return (
    <Region name="Secrets">
      <Stack gap={12}>
        {storage.error === null ? null : <CallFailed error={storage.error} />}
        {storage.data === undefined ? (
          storage.error === null && <Skeleton h={60} />
        ) : (
          <StoragePanel storage={storage.data} changes={changes} />
        )}
        <PreferenceNumber
          name="secretReminderDays"
          label="Remind of old secrets after (days)"
          description="A stored secret that is older is pointed out in Configure. 0 never reminds."
        />
        <PreferenceNumber
          name="secretCacheSeconds"
          label="Keep fetched secrets in memory for (seconds)"
          description="Those of a file, a variable, Vault, AWS or Azure. 0 asks the source each time."
        />
      </Stack>
    </Region>
  )
}
