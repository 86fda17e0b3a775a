import type { Api } from '../../contract/calls.ts'
import type { AuditEvent } from '../../contract/audit.ts'
import type { StorageChange } from '../../contract/secret-storage.ts'
import { recordDone } from '../audit/record.ts'
import type { CallContext, CoreContext } from '../core-context.ts'

type StorageCalls = Pick<
  Api<CallContext>,
  'secretStorage' | 'unlockSecretStorage' | 'protectSecrets' | 'rotateDataKey' | 'forgetStoredSecrets'
>

/** The state of the stored secrets as a whole, and what can be done about it. */
export function secretStorageCalls(core: CoreContext): StorageCalls {
  const { secretStore } = core
  const recorded = (change: StorageChange, kind: AuditEvent['kind'] | null, detail: Record<string, string> = {}) => {
    if (change.kind === 'done') {
      if (kind !== null) recordDone(core, kind, null, detail)
      void core.keepAuditSealed().catch(() => {})
      core.notify({ kind: 'secret_storage_changed' })
      core.notify({ kind: 'environments_changed' })
    }
    return change
  }
  return {
    secretStorage: () => secretStore.storage(),
    unlockSecretStorage: async ({ passphrase }) => recorded(await secretStore.unlock(passphrase), null),
    protectSecrets: async ({ passphrase }) => {
      const protection = passphrase === null ? 'keyring' : 'passphrase'
      return recorded(await secretStore.protect(passphrase), 'protection_changed', { protection })
    },
    rotateDataKey: async () => recorded(await secretStore.rotate(), 'data_key_rotated'),
    forgetStoredSecrets: async () => {
      const stored = String(core.workspace.secrets.count())
      const change = recorded(await secretStore.forget(), 'stored_secrets_forgotten', { stored })
      core.notify({ kind: 'sharing_keys_changed' })
      return change
    },
  }
}
