import { randomUUID } from 'node:crypto'
import { defaultPreferences } from '../../electron/contract/preferences.ts'
import type { SecretName } from '../../electron/contract/secret.ts'
import { exportEnvironmentCalls } from '../../electron/core/calls/export-environments.ts'
import { importCalls } from '../../electron/core/calls/import-environments.ts'
import { sharingKeyCalls } from '../../electron/core/calls/sharing-keys.ts'
import { laterHistory } from '../../electron/core/history/later-history.ts'
import type { Ports } from '../../electron/core/ports.ts'
import type { SecretStore } from '../../electron/core/secrets/secret-store.ts'
import { createSession } from '../../electron/core/session.ts'
import type { Slot } from '../../electron/core/workspace/tables/secrets.ts'
import { openWorkspace, type Workspace } from '../../electron/core/workspace/workspace.ts'
import { readFileAtMost } from '../../electron/core/files/read-file.ts'
import { createTransport } from '../../electron/core/http/transport.ts'

/** Keeps secrets in the workspace as they are: what seals them is tested elsewhere. `lock` makes it refuse everything. */
export function plainSecretStore({ secrets, sealed }: Workspace) {
  let isLocked = false
  const closed = { ok: false, reason: { code: 'passphrase_needed', evidence: {} } } as const
  const opened = (bytes: Uint8Array) =>
    isLocked ? closed : ({ ok: true, value: Buffer.from(bytes).toString() } as const)
  const storage = async () =>
    isLocked
      ? ({ kind: 'locked', protection: 'passphrase', backend: '', stored: secrets.count() } as const)
      : ({ kind: 'ready', protection: 'passphrase', backend: '', stored: secrets.count() } as const)
  const done = async () => ({ kind: 'done', storage: await storage() }) as const
  const store: SecretStore = {
    storage,
    get: async (environmentId: string, name: SecretName, slot: Slot) => {
      const row = secrets.get(environmentId, name, slot)
      return row === null ? null : opened(row.sealed)
    },
    set: async (environmentId, name, value, slot) => {
      if (isLocked) return false
      if (slot === 'current') secrets.delete(environmentId, name, 'next')
      const version = secrets.nextVersion(environmentId, name)
      secrets.put({ environmentId, name, slot, version, setAt: Date.now(), sealed: Buffer.from(value) })
      return true
    },
    save: () => Promise.reject(new Error('not expected')),
    getValue: async (name) => {
      const bytes = sealed.get(name)
      return bytes === null ? null : opened(bytes)
    },
    setValue: async (name, value) => {
      if (!isLocked) sealed.put(name, Buffer.from(value))
      return !isLocked
    },
    replaceValue: () => Promise.reject(new Error('not expected')),
    unlock: done,
    protect: done,
    rotate: done,
    forget: done,
  }
  return { store, lock: (value: boolean) => (isLocked = value) }
}

/** One person's app, as far as sharing goes: a workspace in memory, and what was saved. */
export function openSharing(workspace = openWorkspace(':memory:')) {
  const transport = createTransport()
  const { store, lock } = plainSecretStore(workspace)
  const session = createSession()
  const saved: { name: string; text: string }[] = []
  const copied: string[] = []
  const notices: string[] = []
  const ports: Ports = {
    now: Date.now,
    uptime: () => performance.now(),
    newId: randomUUID,
    transport,
    workspace,
    backUp: async () => ({ kind: 'unchanged' }),
    copySecret: (text) => copied.push(text),
    copyText: (text) => copied.push(text),
    systemProxy: async () => null,
    chooseFile: async () => null,
    readFile: readFileAtMost,
    saveFile: async (name, content) => {
      saved.push({ name, text: Buffer.from(content).toString() })
      return `/chosen/${name}`
    },
    saveInParts: async () => null,
    saveFolder: async (name, files) => {
      for (const file of files) saved.push({ name: `${name}/${file.path}`, text: file.text })
      return `/chosen/${name}`
    },
    openFile: async () => null,
    openFolder: async () => null,
    preferences: { get: () => defaultPreferences, set: () => defaultPreferences },
    keyring: {
      backend: async () => null,
      wrap: async () => Promise.reject(new Error('no keyring')),
      unwrap: async () => Promise.reject(new Error('no keyring')),
    },
    variables: {},
    homeFolder: '/nowhere',
    sandbox: {
      status: () => ({ kind: 'absent' }),
      facts: () => null,
      restart: () => {},
      changes: () => [],
      change: () => {},
    },
    notify: ({ kind }) => notices.push(kind),
    version: '0.0.0',
    runtime: {},
  }
  const history = laterHistory(workspace, () => {})
  const silent = { keepAuditSealed: async () => 'none' as const, onConcluded: () => {} }
  const core = { ...ports, session, secretStore: store, history, ...silent }
  return {
    core,
    workspace,
    session,
    store,
    lock,
    saved,
    copied,
    notices,
    api: { ...exportEnvironmentCalls(core), ...importCalls(core), ...sharingKeyCalls(core) },
    /** Everything that an import can change, to compare. */
    state: () =>
      JSON.stringify([
        workspace.environments
          .list()
          .map((stored) => [
            stored,
            workspace.apiCalls.list(stored.id),
            workspace.secrets.list(stored.id),
            workspace.secretBindings.list(stored.id, 'client_secret'),
            session.secrets.get(stored.id),
          ]),
        workspace.contacts.list('author'),
      ]),
    close: () => {
      transport.close()
      workspace.close()
    },
  }
}
export type Sharing = ReturnType<typeof openSharing>
