import { identityToRecipient, generateX25519Identity } from 'age-encryption'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sharingKeyProblemText } from '../../electron/wording/sharing-keys.ts'
import type { Notice } from '../../electron/contract/events.ts'
import type { SecretStorage } from '../../electron/contract/secret-storage.ts'
import { passphraseSchema } from '../../electron/contract/secret-storage.ts'
import { recipientSchema, sharingKeysChangeSchema, sharingKeysSchema } from '../../electron/contract/sharing.ts'
import { type SharingKeyDeps, sharingKeyCalls } from '../../electron/core/calls/sharing-keys.ts'
import { ownIdentity, ownSigningKey } from '../../electron/core/shared-file/own-keys.ts'
import type { Opened } from '../../electron/core/secrets/secret-store.ts'
import { decryptWith, encryptTo } from '../../electron/core/shared-file/age.ts'
import { fingerprintOf } from '../../electron/core/shared-file/fingerprint.ts'
import { sign, verify } from '../../electron/core/shared-file/signature.ts'
import { openWorkspace, type Workspace } from '../../electron/core/workspace/workspace.ts'
import { context } from './test-api.ts'

const ready: SecretStorage = { kind: 'ready', protection: 'keyring', backend: 'gnome_libsecret', stored: 0 }
const locked: SecretStorage = { kind: 'locked', protection: 'keyring', backend: 'gnome_libsecret', stored: 2 }

/** What seals: kept in memory, and in the state that a test says. */
class MemoryStore {
  state = ready
  failsAt = ''
  values = new Map<string, string>()
  storage = async (): Promise<SecretStorage> => this.state
  getValue = async (name: string): Promise<Opened | null> => {
    const value = this.values.get(name)
    if (value === undefined) return null
    return this.state.kind === 'ready'
      ? { ok: true, value }
      : { ok: false, reason: { code: 'keyring_locked', evidence: {} } }
  }
  setValue = async (name: string, value: string): Promise<boolean> => {
    if (this.state.kind === 'new') this.state = ready
    if (this.state.kind !== 'ready' || name === this.failsAt) return false
    this.values.set(name, value)
    return true
  }
}

let workspace: Workspace
let store: MemoryStore
let notices: Notice[]
let copied: string[]
let core: SharingKeyDeps
let calls: ReturnType<typeof sharingKeyCalls>

beforeEach(() => {
  workspace = openWorkspace(':memory:')
  store = new MemoryStore()
  notices = []
  copied = []
  core = {
    workspace,
    notify: (notice) => notices.push(notice),
    copySecret: (text) => copied.push(text),
    secretStore: store,
  }
  calls = sharingKeyCalls(core)
})
afterEach(() => workspace.close())

const create = (name: string) => calls.createSharingKeys({ name }, context)
const keys = () => calls.sharingKeys(undefined, context)
const newRecipient = async () => identityToRecipient(await generateX25519Identity())
const save = (name: string, recipient: string) => calls.saveRecipient({ name, recipient }, context)
const changed = { kind: 'sharing_keys_changed' }

describe('one’s own keys for sharing', () => {
  const states: [string, SecretStorage, string][] = [
    ['there is no keyring', { kind: 'unavailable' }, 'Set a passphrase'],
    ['the stored secrets are locked', locked, 'Unlock them'],
    ['the keyring is another', { kind: 'changed', backend: 'a', found: 'b', stored: 1 }, 'forget the stored secrets'],
  ]
  it.each(states)('are not made while %s, and the way out is said', async (_, state, wayOut) => {
    store.state = state
    const refused = await create('Ada')
    expect(refused.kind === 'refused' ? sharingKeyProblemText(refused.reason) : '').toContain(wayOut)
    expect((await keys()).own).toBeNull()
    expect([...store.values]).toStrictEqual([])
    expect(notices).toStrictEqual([])
  })
  it('are not shown as made when one of them could not be stored, and can be made then', async () => {
    store.failsAt = 'signing_key'
    expect(await create('Ada')).toMatchObject({ kind: 'refused' })
    expect((await keys()).own).toBeNull()
    expect(await ownSigningKey(core)).toBeNull()
    store.failsAt = ''
    expect(await create('Ada')).toMatchObject({ kind: 'done', keys: { own: { name: 'Ada' } } })
  })
  it('may be the first that is ever stored', async () => {
    store.state = { kind: 'new', backend: 'kwallet6' }
    expect(await create('Ada')).toMatchObject({ kind: 'done', keys: { own: { name: 'Ada' } } })
  })
  it('are none at first', async () => {
    expect(await keys()).toStrictEqual({ own: null, recipients: [], authors: [] })
    expect(await ownIdentity(core)).toBeNull()
    expect(await ownSigningKey(core)).toBeNull()
  })
  it('open what is encrypted to them, and sign what others believe', async () => {
    const result = await create('Ada')
    const { own } = sharingKeysSchema.parse(await keys())
    expect(sharingKeysChangeSchema.parse(result)).toMatchObject({ kind: 'done', keys: { own } })
    expect(notices).toStrictEqual([changed])
    const armor = await encryptTo('text', { kind: 'recipients', recipients: [own?.recipient ?? ''] })
    const identity = (await ownIdentity(core)) ?? ''
    expect(await decryptWith(armor.join('\n'), { identity })).toStrictEqual({ ok: true, text: 'text' })
    const signingKey = await ownSigningKey(core)
    const signature = signingKey === null ? null : sign('text', signingKey)
    expect(signature).toMatchObject({ author: 'Ada', publicKey: own?.publicKey })
    expect(signature !== null && verify('text', signature)).toBe(true)
    expect(own?.fingerprint).toBe(fingerprintOf(own?.publicKey ?? ''))
    expect(own?.recipientFingerprint).toBe(fingerprintOf(own?.recipient ?? ''))
  })
  it('show no private part, and leave none in the workspace unsealed', async () => {
    const answer = JSON.stringify(await create('Ada'))
    const kept = JSON.stringify([workspace.contacts.list('own'), workspace.contacts.list('recipient')])
    for (const text of [answer, kept]) {
      expect(text).not.toContain('AGE-SECRET-KEY')
      expect(text).not.toContain('PRIVATE KEY')
    }
    expect([...store.values.keys()].toSorted()).toStrictEqual(['age_identity', 'signing_key'])
  })
  it('are shown while the stored secrets are locked, though they cannot be used', async () => {
    await create('Ada')
    const { own } = await keys()
    store.state = locked
    expect((await keys()).own).toStrictEqual(own)
    expect(await ownIdentity(core)).toBeNull()
    expect(await ownSigningKey(core)).toBeNull()
  })
  it('are not replaced, since others have them', async () => {
    await create('Ada')
    const { own } = await keys()
    const secrets = new Map(store.values)
    expect(await create('Eve')).toMatchObject({ kind: 'refused', reason: { code: 'keys_exist' } })
    expect((await keys()).own).toStrictEqual(own)
    expect(store.values).toStrictEqual(secrets)
  })
  it('are made once when they are asked for twice at once', async () => {
    const results = await Promise.all([create('Ada'), create('Eve')])
    expect(results.map(({ kind }) => kind)).toStrictEqual(['done', 'refused'])
    const identity = (await ownIdentity(core)) ?? ''
    expect((await keys()).own).toMatchObject({ name: 'Ada', recipient: await identityToRecipient(identity) })
  })
  it('are gone when the stored secrets were forgotten, and can be made again', async () => {
    await create('Ada')
    const before = (await keys()).own
    store.values.clear()
    expect((await keys()).own).toBeNull()
    expect(await create('Ada L.')).toMatchObject({ kind: 'done', keys: { own: { name: 'Ada L.' } } })
    expect((await keys()).own?.recipient).not.toBe(before?.recipient)
    expect(workspace.contacts.list('own')).toHaveLength(2)
  })
})

describe('recipients', () => {
  it('are refused when a character is wrong', async () => {
    const recipient = await newRecipient()
    const wrong = recipient.slice(0, -1) + (recipient.endsWith('q') ? 'p' : 'q')
    expect(await save('Bob', wrong)).toMatchObject({ kind: 'refused', reason: { code: 'unusable_recipient' } })
    expect((await keys()).recipients).toStrictEqual([])
    expect(notices).toStrictEqual([])
  })
  it('are refused when nothing can be encrypted to them, though the checksum is right', async () => {
    // bech32 of 32 zero bytes: a point of small order, to which everybody has the key.
    const nothing = 'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z'
    expect(recipientSchema.parse(nothing)).toBe(nothing)
    expect(await save('Bob', nothing)).toMatchObject({ kind: 'refused' })
  })
  it('are refused when they are one’s own', async () => {
    await create('Ada')
    const recipient = (await keys()).own?.recipient ?? ''
    expect(await save('Me', recipient)).toMatchObject({ kind: 'refused', reason: { code: 'own_recipient' } })
    expect((await keys()).recipients).toStrictEqual([])
  })
  it('are kept with a name and a fingerprint, and renamed when they are saved again', async () => {
    const [bob, carol] = [await newRecipient(), await newRecipient()]
    await save('Bob', bob)
    await save('Carol', carol)
    const result = await save('Robert', bob)
    const { recipients } = sharingKeysSchema.parse(await keys())
    expect(recipients).toStrictEqual([
      { name: 'Carol', recipient: carol, fingerprint: fingerprintOf(carol) },
      { name: 'Robert', recipient: bob, fingerprint: fingerprintOf(bob) },
    ])
    expect(result).toMatchObject({ kind: 'done', keys: { recipients } })
    expect(notices).toStrictEqual([changed, changed, changed])
  })
  it('are deleted alone', async () => {
    const [bob, carol] = [await newRecipient(), await newRecipient()]
    await save('Bob', bob)
    await save('Carol', carol)
    const result = await calls.deleteRecipient({ recipient: bob }, context)
    expect(result).toMatchObject({ kind: 'done', keys: { recipients: [{ name: 'Carol' }] } })
  })
})

describe('authors', () => {
  it('are shown with their fingerprints, and not believed any longer once they are deleted', async () => {
    workspace.contacts.put('author', { key: 'key-of-bob', name: 'Bob' })
    workspace.contacts.put('author', { key: 'key-of-carol', name: 'Carol' })
    const { authors } = await keys()
    expect(authors[0]).toStrictEqual({ name: 'Bob', publicKey: 'key-of-bob', fingerprint: fingerprintOf('key-of-bob') })
    await calls.deleteAuthor({ publicKey: 'key-of-bob' }, context)
    expect(workspace.contacts.list('author')).toStrictEqual([{ key: 'key-of-carol', name: 'Carol' }])
    expect(notices).toStrictEqual([changed])
  })
  it('are believed again when deleting one is undone, unless another key has taken the name', async () => {
    workspace.contacts.put('author', { key: 'key-of-bob', name: 'Bob' })
    const restore = () => calls.restoreAuthor({ publicKey: 'key-of-bob' }, context)
    expect(await restore()).toMatchObject({ kind: 'refused' })
    await calls.deleteAuthor({ publicKey: 'key-of-bob' }, context)
    workspace.contacts.put('author', { key: 'other-key', name: 'Bob' })
    expect(await restore()).toMatchObject({ kind: 'refused', reason: { code: 'author_has_other_key' } })
    workspace.contacts.delete('author', 'other-key')
    expect(await restore()).toMatchObject({
      kind: 'done',
      keys: { authors: [{ publicKey: 'key-of-bob', name: 'Bob' }] },
    })
  })
})

describe('a new passphrase', () => {
  it('is copied as a secret is, which does not stay on the clipboard', async () => {
    await calls.copyPassphrase({ passphrase: 'six words that nobody knows' }, context)
    expect(copied).toStrictEqual(['six words that nobody knows'])
  })
  it('is six words, another each time, that may protect an export', async () => {
    const [one, other] = [await calls.newPassphrase(undefined, context), await calls.newPassphrase(undefined, context)]
    expect(one).toMatch(/^[a-z]+(-[a-z]+){5}$/)
    expect(one).not.toBe(other)
    expect(passphraseSchema.parse(one)).toBe(one)
  })
})
