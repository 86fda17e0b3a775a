import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSealedStore } from '../../../electron/core/secrets/sealed-store.ts'
import { builtInEnvironments } from '../../../electron/catalogue/built-in-environments.ts'
import { openWorkspace, type Workspace } from '../../../electron/core/workspace/workspace.ts'
import { memoryKeyring, type MemoryKeyring } from '../../support/memory-keyring.ts'

const secret = 'canary-of-a-secret'
const passphrase = 'six words that nobody guesses'
let workspace: Workspace
let keyring: MemoryKeyring

/** As after a start of the app: on the same workspace and keyring, with nothing in memory. */
const start = () => createSealedStore({ workspace, keyring, now: () => 1000 })

beforeEach(() => {
  workspace = openWorkspace(':memory:')
  for (const environment of builtInEnvironments) workspace.environments.add(environment)
  keyring = memoryKeyring()
})
afterEach(() => workspace.close())

const store = (name: 'client_secret' | 'proxy_password' = 'client_secret') =>
  start().set('sandbox', name, secret, 'current')

test('S4: without a keyring nothing is stored, no key is made, and it says so', async () => {
  keyring.named = null
  expect(await store()).toBe(false)
  expect(await start().storage()).toMatchObject({ kind: 'unavailable' })
  expect([workspace.secrets.count(), workspace.dataKey.get()]).toEqual([0, null])
})

test('S4: a keyring that names itself and then takes nothing leaves everything as it was', async () => {
  keyring.wrap = async () => {
    throw new Error('The constant key is refused.')
  }
  expect(await store()).toBe(false)
  expect([workspace.secrets.count(), workspace.dataKey.get()]).toEqual([0, null])
})

test('S4: a keyring that takes the key and does not give it back is not trusted with it', async () => {
  await store()
  const protectedBefore = start()
  await protectedBefore.protect(passphrase)
  const before = workspace.dataKey.get()
  const lost = keyring.unwrap
  keyring.unwrap = async () => 'garbage'
  expect(await protectedBefore.protect(null)).toMatchObject({ kind: 'refused', storage: { protection: 'passphrase' } })
  expect(workspace.dataKey.get()).toEqual(before)
  keyring.unwrap = lost
  expect(await protectedBefore.protect(null)).toMatchObject({ kind: 'done', storage: { protection: 'keyring' } })
  keyring.unwrap = async () => 'garbage'
  expect(await protectedBefore.rotate()).toMatchObject({ kind: 'refused' })
  keyring.unwrap = lost
  expect(await start().get('sandbox', 'client_secret', 'current')).toEqual({ ok: true, value: secret })
})

test('a disk that fails while the key is looked up is asked again', async () => {
  await store()
  let failing = true
  const get = () => {
    if (failing) throw new Error('The disk does not answer.')
    return workspace.dataKey.get()
  }
  const opened = createSealedStore({
    workspace: { ...workspace, dataKey: { ...workspace.dataKey, get } },
    keyring,
    now: () => 1000,
  })
  await expect(opened.storage()).rejects.toThrow('does not answer')
  failing = false
  expect(await opened.unlock(null)).toMatchObject({ kind: 'done', storage: { kind: 'ready', stored: 1 } })
})

test('S4: while the keyring is locked the ciphertext stays, no second key is made, and unlocking brings all back', async () => {
  await store()
  const before = workspace.dataKey.get()
  keyring.named = null
  const locked = start()
  expect(await locked.storage()).toEqual({
    kind: 'locked',
    protection: 'keyring',
    backend: 'gnome_libsecret',
    stored: 1,
  })
  expect(await locked.get('sandbox', 'client_secret', 'current')).toMatchObject({
    ok: false,
    reason: { code: 'keyring_locked' },
  })
  expect(await locked.set('sandbox', 'proxy_password', 'other', 'current')).toBe(false)
  expect(await locked.protect(passphrase)).toMatchObject({ kind: 'refused' })
  expect(await locked.unlock(null)).toMatchObject({ kind: 'refused', storage: { kind: 'locked' } })
  expect(workspace.dataKey.get()).toEqual(before)

  keyring.named = 'gnome_libsecret'
  expect(await locked.unlock(null)).toMatchObject({ kind: 'done', storage: { kind: 'ready', stored: 1 } })
  expect(await locked.get('sandbox', 'client_secret', 'current')).toEqual({ ok: true, value: secret })
})

test('S5: 200 keyrings with another key are all found out, and the old one opens everything again', async () => {
  await store()
  const old = keyring.replaceKey()
  for (let tries = 0; tries < 200; tries += 1) {
    expect(await start().storage()).toMatchObject({ kind: 'changed', stored: 1 })
    keyring.replaceKey()
  }
  const changed = start()
  expect(await changed.get('sandbox', 'client_secret', 'current')).toMatchObject({
    ok: false,
    reason: { code: 'keyring_changed' },
  })
  expect(await changed.set('sandbox', 'client_secret', 'new', 'current')).toBe(false)
  keyring.useKey(old)
  expect(await changed.unlock(null)).toMatchObject({ kind: 'done' })
  expect(await changed.get('sandbox', 'client_secret', 'current')).toEqual({ ok: true, value: secret })
})

test('S5: another backend is refused, and both are named', async () => {
  await store()
  keyring.named = 'kwallet5'
  expect(await start().storage()).toEqual({
    kind: 'changed',
    backend: 'gnome_libsecret',
    found: 'kwallet5',
    stored: 1,
  })
})

test('S5: a wrapped key that was changed on disk is not taken for another one', async () => {
  await store()
  const record = workspace.dataKey.get()
  if (typeof record !== 'object' || record === null) throw new Error('no record')
  workspace.dataKey.put({ ...record, wrapped: Buffer.from('v10 constant key').toString('base64') })
  expect(await start().storage()).toMatchObject({ kind: 'changed' })
})

test('forgetting what cannot be opened lets new secrets be stored', async () => {
  await store()
  keyring.replaceKey()
  const changed = start()
  expect(await changed.forget()).toMatchObject({ kind: 'done', storage: { kind: 'new' } })
  expect(await changed.set('sandbox', 'client_secret', 'new', 'current')).toBe(true)
  expect(await start().get('sandbox', 'client_secret', 'current')).toEqual({ ok: true, value: 'new' })
})

test('a passphrase protects a workspace where there is no keyring: another one is refused, the right one opens', async () => {
  keyring.named = null
  const first = start()
  expect(await first.protect(passphrase)).toMatchObject({ kind: 'done', storage: { protection: 'passphrase' } })
  expect(await first.set('sandbox', 'client_secret', secret, 'current')).toBe(true)

  const second = start()
  expect(await second.storage()).toMatchObject({ kind: 'locked', protection: 'passphrase', stored: 1 })
  expect(await second.unlock('another passphrase')).toMatchObject({ kind: 'refused' })
  expect(await second.get('sandbox', 'client_secret', 'current')).toMatchObject({
    ok: false,
    reason: { code: 'passphrase_needed' },
  })
  expect(await second.unlock(passphrase)).toMatchObject({ kind: 'done' })
  expect(await second.get('sandbox', 'client_secret', 'current')).toEqual({ ok: true, value: secret })
})

test('the same passphrase in another Unicode form opens it', async () => {
  await start().protect('Käse und Brötchen')
  expect(await start().unlock('Käse und Brötchen'.normalize('NFD'))).toMatchObject({ kind: 'done' })
})

test('a file that asks for more memory than allowed is refused before any work', async () => {
  await start().protect(passphrase)
  const record = workspace.dataKey.get()
  if (typeof record !== 'object' || record === null) throw new Error('no record')
  workspace.dataKey.put({ ...record, cost: { salt: 'a'.repeat(24), N: 2 ** 40, r: 8, p: 1 } })
  expect(await start().unlock(passphrase)).toMatchObject({ kind: 'refused', storage: { kind: 'damaged' } })
})

test('a key that is no JSON any longer is reported as damaged, opens nothing, is not replaced, and can be forgotten', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ccx-data-key-'))
  const file = path.join(folder, 'workspace.sqlite')
  const onDisk = openWorkspace(file)
  for (const environment of builtInEnvironments) onDisk.environments.add(environment)
  const begin = () => createSealedStore({ workspace: onDisk, keyring, now: () => 1000 })
  await begin().set('sandbox', 'client_secret', secret, 'current')
  const other = new DatabaseSync(file)
  other.exec(`UPDATE data_key SET value = '{"cut'`)
  other.close()
  expect(await begin().storage()).toEqual({ kind: 'damaged', stored: 1 })
  expect(await begin().get('sandbox', 'client_secret', 'current')).toMatchObject({
    ok: false,
    reason: { code: 'data_key_damaged' },
  })
  expect(await begin().set('sandbox', 'client_secret', 'another', 'current')).toBe(false)
  expect(await begin().rotate()).toMatchObject({
    kind: 'refused',
    reason: { code: 'data_key_damaged' },
  })
  expect(onDisk.secrets.count()).toBe(1)
  expect(await begin().forget()).toMatchObject({ kind: 'done' })
  expect(await begin().set('sandbox', 'client_secret', 'another', 'current')).toBe(true)
  onDisk.close()
  rmSync(folder, { recursive: true })
})

test('changing from the keyring to a passphrase and back keeps every secret', async () => {
  await store()
  const first = start()
  expect(await first.protect(passphrase)).toMatchObject({ kind: 'done', storage: { protection: 'passphrase' } })
  const second = start()
  await second.unlock(passphrase)
  expect(await second.protect(null)).toMatchObject({ kind: 'done', storage: { protection: 'keyring' } })
  expect(await start().get('sandbox', 'client_secret', 'current')).toEqual({ ok: true, value: secret })
})

test('rotating the data key encrypts every secret and value again; the old ciphertext does not open any longer', async () => {
  const sealed = start()
  await sealed.set('sandbox', 'client_secret', secret, 'current')
  await sealed.set('sandbox', 'client_secret', 'next', 'next')
  await sealed.setValue('signing_key', 'a key')
  const before = workspace.secrets.all()
  expect(await sealed.rotate()).toMatchObject({ kind: 'done' })
  expect(workspace.secrets.all().map(({ sealed: bytes }) => bytes)).not.toEqual(
    before.map(({ sealed: bytes }) => bytes),
  )
  const again = start()
  expect(await again.get('sandbox', 'client_secret', 'current')).toEqual({ ok: true, value: secret })
  expect(await again.get('sandbox', 'client_secret', 'next')).toEqual({ ok: true, value: 'next' })
  expect(await again.getValue('signing_key')).toEqual({ ok: true, value: 'a key' })
  for (const row of before) workspace.secrets.put(row)
  expect(await again.get('sandbox', 'client_secret', 'current')).toMatchObject({
    ok: false,
    reason: { code: 'value_damaged' },
  })
})

test('a secret that cannot be opened keeps the data key from being rotated, and nothing is changed', async () => {
  await store()
  await store('proxy_password')
  const [row] = workspace.secrets.all()
  if (row === undefined) throw new Error('no row')
  workspace.secrets.put({ ...row, sealed: Buffer.alloc(row.sealed.length) })
  const before = [workspace.secrets.all(), workspace.dataKey.get()]
  expect(await start().rotate()).toMatchObject({ kind: 'refused' })
  expect([workspace.secrets.all(), workspace.dataKey.get()]).toEqual(before)
})

test('rotation is one transaction: when the disk is full half-way, the old key opens everything', async () => {
  await store()
  await store('proxy_password')
  const { put } = workspace.dataKey
  workspace.dataKey.put = () => {
    throw new Error('database or disk is full')
  }
  await expect(start().rotate()).rejects.toThrow('full')
  workspace.dataKey.put = put
  expect(await start().get('sandbox', 'proxy_password', 'current')).toEqual({ ok: true, value: secret })
})

test('many secrets set at once make one key', async () => {
  const sealed = start()
  const names = ['client_secret', 'private_key', 'dpop_key', 'proxy_password'] as const
  await Promise.all(names.map((name) => sealed.set('sandbox', name, name, 'current')))
  for (const name of names) {
    expect(await start().get('sandbox', name, 'current')).toEqual({ ok: true, value: name })
  }
})

test('two processes: what one stores after the other rotated the key is sealed with the key that is kept', async () => {
  await store()
  const [one, other] = [start(), start()]
  await other.storage()
  expect(await one.rotate()).toMatchObject({ kind: 'done' })
  expect(await other.set('sandbox', 'proxy_password', 'password', 'current')).toBe(true)
  expect(await other.get('sandbox', 'client_secret', 'current')).toEqual({ ok: true, value: secret })
  expect(await other.rotate()).toMatchObject({ kind: 'done' })
  for (const each of [start(), one, other]) {
    expect(await each.get('sandbox', 'client_secret', 'current')).toEqual({ ok: true, value: secret })
    expect(await each.get('sandbox', 'proxy_password', 'current')).toEqual({ ok: true, value: 'password' })
  }
})

test('two processes that both store a first secret share one key', async () => {
  const [one, other] = [start(), start()]
  await Promise.all([one.storage(), other.storage()])
  const stored = await Promise.all([
    one.set('sandbox', 'client_secret', secret, 'current'),
    other.set('sandbox', 'proxy_password', 'password', 'current'),
  ])
  expect(stored).toEqual([true, true])
  expect(await start().get('sandbox', 'client_secret', 'current')).toEqual({ ok: true, value: secret })
  expect(await start().get('sandbox', 'proxy_password', 'current')).toEqual({ ok: true, value: 'password' })
})

test('two processes: one does not wrap the key of before over the one that the other made', async () => {
  await store()
  const [one, other] = [start(), start()]
  await other.storage()
  await one.rotate()
  expect(await other.protect(passphrase)).toMatchObject({ kind: 'done' })
  const again = start()
  expect(await again.unlock(passphrase)).toMatchObject({ kind: 'done' })
  expect(await again.get('sandbox', 'client_secret', 'current')).toEqual({ ok: true, value: secret })
})
