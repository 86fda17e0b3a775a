import type { SecretName } from '../../contract/secret.ts'
import type { SealedProblem, SecretStorage, StorageChange, StorageRefusal } from '../../contract/secret-storage.ts'
import type { Ports } from '../ports.ts'
import type { SealedSecret } from '../workspace/tables/secrets.ts'
import {
  type DataKeyRecord,
  dataKeyRecordSchema,
  newDataKey,
  passphraseWrapping,
  unwrapByKeyring,
  unwrapByPassphrase,
  wrapDataKey,
  type Wrapping,
} from './data-key.ts'
import { type Context, seal, unseal } from './envelope.ts'
import type { Opened, SecretStore } from './secret-store.ts'
import { errorMessage } from '../error-message.ts'

type World = Pick<Ports, 'keyring' | 'now'> & {
  workspace: Pick<Ports['workspace'], 'dataKey' | 'secrets' | 'sealed' | 'contacts' | 'transaction'>
}

/** The data key while it is in memory, and what wraps it. */
interface Unlocked {
  key: Buffer
  wrapping: Wrapping
}

type Standing =
  | { kind: 'unlocked'; unlocked: Unlocked }
  | { kind: 'empty' }
  | { kind: 'locked'; record: DataKeyRecord }
  | { kind: 'changed'; record: DataKeyRecord; found: string }
  | { kind: 'damaged' }

/** Another process that changes the key again and again is not waited for. */
const mostAttempts = 3

/** Over the tables of a workspace and a keyring. The keyring is asked when it is needed, and after a failure only on demand. */
export function createSealedStore({ workspace, keyring, now }: World): SecretStore {
  const { dataKey, secrets, sealed, contacts, transaction } = workspace
  let standing: { asked: Promise<Standing>; of: string } | null = null
  let last: Promise<unknown> = Promise.resolve()

  /** One change at a time: two must not each make a key. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = last.then(work, work)
    last = result.catch(() => {})
    return result
  }

  /** The record as it lies there now: another process may have changed it, and then nothing in memory holds. */
  const keptRecord = () => JSON.stringify(dataKey.get())

  async function current(): Promise<Standing> {
    const of = keptRecord()
    if (standing?.of !== of) {
      const asked = stand()
      standing = { asked, of }
      // What went wrong once, such as a disk that did not answer, may not go wrong again.
      asked.catch(() => {
        if (standing?.asked === asked) standing = null
      })
    }
    return standing.asked
  }

  async function stand(): Promise<Standing> {
    const stored = dataKey.get()
    if (stored === null) return { kind: 'empty' }
    const parsed = dataKeyRecordSchema.safeParse(stored)
    if (!parsed.success) return { kind: 'damaged' }
    const record = parsed.data
    if (record.protection === 'passphrase') return { kind: 'locked', record }
    const unwrapped = await unwrapByKeyring(record, keyring)
    switch (unwrapped.kind) {
      case 'locked':
        return { kind: 'locked', record }
      case 'changed':
        return { kind: 'changed', record, found: unwrapped.found }
      case 'key': {
        const { backend } = record
        return {
          kind: 'unlocked',
          unlocked: { key: unwrapped.key, wrapping: { protection: 'keyring', keyring, backend } },
        }
      }
    }
  }

  /** Takes the key for that of the record `of`. */
  function unlock(key: Buffer, wrapping: Wrapping, of: string): void {
    standing = { asked: Promise.resolve({ kind: 'unlocked', unlocked: { key, wrapping } }), of }
  }

  /** Does the work in a transaction, while the record there is still `of`; false when it is another one by then. */
  const whileKept = (of: string, work: () => void): boolean =>
    transaction(() => {
      if (keptRecord() !== of) return false
      work()
      return true
    })

  async function storage(): Promise<SecretStorage> {
    const stands = await current()
    const stored = secrets.count()
    switch (stands.kind) {
      case 'unlocked': {
        const { wrapping } = stands.unlocked
        return { kind: 'ready', protection: wrapping.protection, backend: backendOf(wrapping), stored }
      }
      case 'empty': {
        const backend = await keyring.backend()
        return backend === null ? { kind: 'unavailable' } : { kind: 'new', backend }
      }
      case 'locked': {
        const { record } = stands
        return { kind: 'locked', protection: record.protection, backend: backendOf(record), stored }
      }
      case 'changed':
        return { kind: 'changed', backend: backendOf(stands.record), found: stands.found, stored }
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

  /** The key, made where there is none and the keyring can wrap it; null when there is no way to it now. */
  async function readyKey(): Promise<{ key: Buffer; of: string } | null> {
    const of = keptRecord()
    const stands = await current()
    if (stands.kind === 'unlocked') return { key: stands.unlocked.key, of }
    if (stands.kind !== 'empty') return null
    const backend = await keyring.backend()
    if (backend === null) return null
    try {
      await keep(newDataKey(), { protection: 'keyring', keyring, backend }, of)
    } catch {
      return null
    }
    const made = keptRecord()
    const now = await current()
    return now.kind === 'unlocked' ? { key: now.unlocked.key, of: made } : null
  }

  /** False when another process changed the record `of` first, whose key is then the one that counts. */
  async function keep(key: Buffer, wrapping: Wrapping, of: string): Promise<boolean> {
    const record = await wrapDataKey(key, wrapping)
    const isKept = whileKept(of, () => dataKey.put(record))
    if (isKept) unlock(key, wrapping, JSON.stringify(record))
    return isKept
  }

  /** Writes what is sealed with the key that is kept at that moment; false when there is none that can be used. */
  async function writeSealed(write: (key: Buffer) => void): Promise<boolean> {
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const ready = await readyKey()
      if (ready === null) return false
      if (whileKept(ready.of, () => write(ready.key))) return true
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
    const stands = await current()
    if (stands.kind === 'empty') return { ok: false, reason: valueDamaged }
    if (stands.kind !== 'unlocked') return { ok: false, reason: obstacleOf(stands) }
    const value = unseal(stands.unlocked.key, bytes, context)
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

    unlock: (passphrase) =>
      inTurn(async () => {
        const of = keptRecord()
        const stands = await current()
        if (stands.kind === 'unlocked') return done()
        if (stands.kind === 'locked' && stands.record.protection === 'passphrase') {
          const opened = await unwrapByPassphrase(stands.record, passphrase ?? '')
          if (opened === null) return refused({ code: 'wrong_passphrase', evidence: {} })
          unlock(opened.key, opened.wrapping, of)
          return done()
        }
        standing = null
        const again = await current()
        return again.kind === 'unlocked' || again.kind === 'empty' ? done() : refused(obstacleOf(again))
      }),

    protect: (passphrase) =>
      inTurn(async () => {
        const of = keptRecord()
        const stands = await current()
        if (stands.kind !== 'unlocked' && stands.kind !== 'empty') return refused(obstacleOf(stands))
        const key = stands.kind === 'unlocked' ? stands.unlocked.key : newDataKey()
        const backend = passphrase === null ? await keyring.backend() : null
        if (passphrase === null && backend === null) return refused({ code: 'no_keyring', evidence: {} })
        try {
          const wrapping =
            passphrase === null
              ? ({ protection: 'keyring', keyring, backend: backend ?? '' } as const)
              : await passphraseWrapping(passphrase)
          if (!(await keep(key, wrapping, of))) return refused(keyReplaced)
        } catch (error) {
          return refused(notWrapped(error))
        }
        return done()
      }),

    rotate: () =>
      inTurn(async () => {
        const of = keptRecord()
        const stands = await current()
        if (stands.kind === 'empty') return refused({ code: 'nothing_stored', evidence: {} })
        if (stands.kind !== 'unlocked') return refused(obstacleOf(stands))
        const { key, wrapping } = stands.unlocked
        const next = newDataKey()
        const record = await wrapDataKey(next, wrapping).catch((error: unknown) => notWrapped(error))
        if ('code' in record) return refused(record)
        let problem: StorageRefusal | null = keyReplaced
        whileKept(of, () => {
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
        unlock(next, wrapping, JSON.stringify(record))
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
        standing = null
        return done()
      }),
  }
}

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

function obstacleOf(stands: Exclude<Standing, { kind: 'unlocked' | 'empty' }>): SealedProblem {
  switch (stands.kind) {
    case 'damaged':
      return { code: 'data_key_damaged', evidence: {} }
    case 'changed':
      return { code: 'keyring_changed', evidence: { backend: backendOf(stands.record), found: stands.found } }
    case 'locked':
      return { code: stands.record.protection === 'passphrase' ? 'passphrase_needed' : 'keyring_locked', evidence: {} }
  }
}
