import type { SecretName } from '../../contract/secret.ts'
import type { SealedProblem, SecretStorage, StorageChange, StorageRefusal } from '../../contract/secret-storage.ts'
import type { Ports } from '../ports.ts'
import type { SealedSecret } from '../workspace/tables/secrets.ts'
import {
  type DataKeyRecord,
  newDataKey,
  passphraseWrapping,
  unwrapByPassphrase,
  wrapDataKey,
  type Wrapping,
} from './data-key.ts'
import { type Context, seal, unseal } from './envelope.ts'
import { holdDataKey, type KeyState } from './held-key.ts'
import type { Opened, SecretStore } from './secret-store.ts'
import { errorMessage } from '../error-message.ts'
import { oneAfterAnother } from '../one-after-another.ts'

type Deps = Pick<Ports, 'keyring' | 'now'> & {
  workspace: Pick<Ports['workspace'], 'dataKey' | 'secrets' | 'sealed' | 'contacts' | 'transaction'>
}

/** Another process that changes the key again and again is not waited for. */
const mostAttempts = 3

/** Over the tables of a workspace and a keyring. */
export function createSealedStore({ workspace, keyring, now }: Deps): SecretStore {
  const { dataKey, secrets, sealed, contacts, transaction } = workspace
  const held = holdDataKey({ dataKey, transaction, keyring })
  /** One change at a time: two must not each make a key. */
  const inTurn = oneAfterAnother()

  async function storage(): Promise<SecretStorage> {
    const state = await held.state()
    const stored = secrets.count()
    switch (state.kind) {
      case 'unlocked': {
        const { wrapping } = state
        return { kind: 'ready', protection: wrapping.protection, backend: backendOf(wrapping), stored }
      }
      case 'empty': {
        const backend = await keyring.backend()
        return backend === null ? { kind: 'unavailable' } : { kind: 'new', backend }
      }
      case 'locked': {
        const { record } = state
        return { kind: 'locked', protection: record.protection, backend: backendOf(record), stored }
      }
      case 'changed':
        return { kind: 'changed', backend: backendOf(state.record), found: state.found, stored }
      case 'damaged':
        return { kind: 'damaged', stored }
    }
  }

  const done = async (): Promise<StorageChange> => ({ kind: 'done', storage: await storage() })
  const refused = async (reason: StorageRefusal): Promise<StorageChange> => ({
    kind: 'refused',
    reason,
    storage: await storage(),
  })

  /** Writes what is sealed with the key that is kept at that moment; false when there is none that can be used. */
  async function writeSealed(write: (key: Buffer) => void): Promise<boolean> {
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const ready = await held.ready()
      if (ready === null) return false
      if (held.whileRecordIs(ready.of, () => write(ready.key))) return true
    }
    return false
  }

  /** Within a transaction that is under way. */
  function put(
    key: Buffer,
    { value, ...place }: Omit<SealedSecret, 'sealed' | 'version' | 'setAt'> & { value: string },
  ): void {
    const { environmentId, name, slot } = place
    if (slot === 'current') secrets.delete(environmentId, name, 'next')
    const facts = { ...place, version: secrets.nextVersion(environmentId, name), setAt: now() }
    secrets.put({ ...facts, sealed: seal(key, value, contextOf(facts)) })
  }

  async function open(bytes: Uint8Array, context: Context): Promise<Opened> {
    const state = await held.state()
    if (state.kind === 'empty') return { ok: false, reason: valueDamaged }
    if (state.kind !== 'unlocked') return { ok: false, reason: obstacleOf(state) }
    const value = unseal(state.key, bytes, context)
    return value === null ? { ok: false, reason: valueDamaged } : { ok: true, value }
  }

  return {
    storage,

    get: async (environmentId, name, slot) => {
      const row = secrets.get(environmentId, name, slot)
      return row === null ? null : open(row.sealed, contextOf(row))
    },

    set: (environmentId, name, value, slot) =>
      inTurn(() => writeSealed((key) => put(key, { environmentId, name, value, slot }))),

    save: (environmentId, toStore, first) =>
      inTurn(async () => {
        if (toStore.length === 0) {
          transaction(first)
          return true
        }
        return writeSealed((key) => {
          if (!first()) return
          for (const { name, value, keepOld } of toStore) {
            const isKept = keepOld && secrets.get(environmentId, name, 'current') !== null
            put(key, { environmentId, name, value, slot: isKept ? 'next' : 'current' })
          }
        })
      }),

    getValue: async (name) => {
      const bytes = sealed.get(name)
      return bytes === null ? null : open(bytes, valueContext(name))
    },

    setValue: (name, value) =>
      inTurn(() => writeSealed((key) => sealed.put(name, seal(key, value, valueContext(name))))),

    replaceValue: (name, value, of, also) =>
      inTurn(async () => {
        await writeSealed((key) => {
          if (!isSame(sealed.get(name), of)) return
          sealed.put(name, seal(key, value, valueContext(name)))
          also()
        })
      }),

    unlock: (passphrase) =>
      inTurn(async () => {
        const of = held.record()
        const state = await held.state()
        if (state.kind === 'unlocked') return done()
        if (state.kind === 'locked' && state.record.protection === 'passphrase') {
          const opened = await unwrapByPassphrase(state.record, passphrase ?? '')
          if (opened === null) return refused({ code: 'wrong_passphrase', evidence: {} })
          held.unlock(opened.key, opened.wrapping, of)
          return done()
        }
        held.ask()
        const again = await held.state()
        return again.kind === 'unlocked' || again.kind === 'empty' ? done() : refused(obstacleOf(again))
      }),

    protect: (passphrase) =>
      inTurn(async () => {
        const of = held.record()
        const state = await held.state()
        if (state.kind !== 'unlocked' && state.kind !== 'empty') return refused(obstacleOf(state))
        const key = state.kind === 'unlocked' ? state.key : newDataKey()
        const backend = passphrase === null ? await keyring.backend() : null
        if (passphrase === null && backend === null) return refused({ code: 'no_keyring', evidence: {} })
        try {
          const wrapping =
            passphrase === null
              ? ({ protection: 'keyring', keyring, backend: backend ?? '' } as const)
              : await passphraseWrapping(passphrase)
          if (!(await held.keep(key, wrapping, of))) return refused(keyReplaced)
        } catch (error) {
          return refused(notWrapped(error))
        }
        return done()
      }),

    rotate: () =>
      inTurn(async () => {
        const of = held.record()
        const state = await held.state()
        if (state.kind === 'empty') return refused({ code: 'nothing_stored', evidence: {} })
        if (state.kind !== 'unlocked') return refused(obstacleOf(state))
        const { key, wrapping } = state
        const next = newDataKey()
        const record = await wrapDataKey(next, wrapping).catch((error: unknown) => notWrapped(error))
        if ('code' in record) return refused(record)
        let problem: StorageRefusal | null = keyReplaced
        held.whileRecordIs(of, () => {
          const opened = [
            ...secrets.all().map((row) => {
              const context = contextOf(row)
              const put = (bytes: Uint8Array<ArrayBuffer>) => secrets.put({ ...row, sealed: bytes })
              return { name: row.name, text: unseal(key, row.sealed, context), context, put }
            }),
            ...sealed.all().map(({ name, sealed: bytes }) => {
              const context = valueContext(name)
              const put = (again: Uint8Array<ArrayBuffer>) => sealed.put(name, again)
              return { name, text: unseal(key, bytes, context), context, put }
            }),
          ]
          const unreadable = opened.find(({ text }) => text === null)
          problem = unreadable === undefined ? null : { code: 'not_resealed', evidence: { name: unreadable.name } }
          if (unreadable !== undefined) return
          for (const { text, context, put } of opened) put(seal(next, text ?? '', context))
          dataKey.put(record)
        })
        if (problem !== null) return refused(problem)
        held.unlock(next, wrapping, JSON.stringify(record))
        return done()
      }),

    forget: () =>
      inTurn(async () => {
        transaction(() => {
          secrets.clear()
          sealed.clear()
          contacts.clear('own')
          dataKey.delete()
        })
        held.ask()
        return done()
      }),
  }
}

const isSame = (one: Uint8Array | null, other: Uint8Array | null): boolean =>
  one === null || other === null ? one === other : Buffer.compare(one, other) === 0

const contextOf = ({ environmentId, name, version }: Pick<SealedSecret, 'environmentId' | 'name' | 'version'>) =>
  ['secret', environmentId, name satisfies SecretName, version] as const
const valueContext = (name: string) => ['value', name] as const

const backendOf = (wrapping: Wrapping | DataKeyRecord) => (wrapping.protection === 'keyring' ? wrapping.backend : '')

const notWrapped = (error: unknown): StorageRefusal => ({
  code: 'not_wrapped',
  evidence: { message: errorMessage(error) },
})
const keyReplaced: StorageRefusal = { code: 'key_replaced', evidence: {} }
const valueDamaged: SealedProblem = { code: 'value_damaged', evidence: {} }

function obstacleOf(state: Exclude<KeyState, { kind: 'unlocked' | 'empty' }>): SealedProblem {
  switch (state.kind) {
    case 'damaged':
      return { code: 'data_key_damaged', evidence: {} }
    case 'changed':
      return { code: 'keyring_changed', evidence: { backend: backendOf(state.record), found: state.found } }
    case 'locked':
      return { code: state.record.protection === 'passphrase' ? 'passphrase_needed' : 'keyring_locked', evidence: {} }
  }
}
