import { useSecretStorage, useStorageChanges } from '../../../queries/secret-storage.ts'
import { StoragePanel } from '../../../ui/StoragePanel.tsx'

/** Unlocks the stored secrets where one of them is missed; main then says that they changed. */
export function UnlockHere() {
  const storage = useSecretStorage().data
  const changes = useStorageChanges(() => {})
  return storage === undefined ? null : <StoragePanel storage={storage} changes={changes} compact />
}
