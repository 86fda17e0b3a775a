import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorkspace, type Workspace } from '../../electron/core/workspace/workspace.ts'
import { memoryKeyring, type MemoryKeyring } from '../support/memory-keyring.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

const everything = { text: '', kinds: [], environmentIds: [], from: null, to: null }
let workspace: Workspace
let keyring: MemoryKeyring
let running: TestApi

const start = () => openTestApi(null, { workspace, keyring })
const verify = () => running.api.verifyAudit(undefined, context)
const entries = async () => {
  const { entries } = await running.api.listAuditEntries({ filter: everything, skip: 0, count: 100 }, context)
  return entries.map(({ number, kind, isSealed }) => [number, kind, isSealed] as const)
}
const kinds = async () => (await entries()).map(([, kind]) => kind)
const reveal = (environmentId: string) => running.api.revealSecret({ environmentId, name: 'client_secret' }, context)

beforeEach(() => {
  workspace = openWorkspace(':memory:')
  keyring = memoryKeyring()
  running = start()
})
afterEach(() => running.close())

test('a workspace without stored secrets has a trail that is not sealed, and makes no key for it', async () => {
  keyring.named = null
  workspace.audit.add({ id: 'one', at: 1, kind: 'exported', environmentId: null, detail: {} })
  expect(await verify()).toEqual({ kind: 'not_sealed', entries: 1 })
  keyring.named = 'gnome_libsecret'
  expect(await verify()).toEqual({ kind: 'not_sealed', entries: 1 })
  expect(workspace.dataKey.get()).toBeNull()
})

test('what was written before there was a key is sealed with it, and an entry says so where it lay there before', async () => {
  workspace.audit.add({ id: 'one', at: 1, kind: 'exported', environmentId: null, detail: {} })
  const earlier = workspace
  running = openTestApi(null, { workspace: earlier, keyring })
  await running.add({}, { client_secret: 's' })
  expect(await verify()).toMatchObject({ kind: 'intact', unsealed: 0 })
  expect((await entries()).every(([, , isSealed]) => isSealed)).toBe(true)
})

test('the key is encrypted again when the data key is rotated, and the chain goes on', async () => {
  const environmentId = await running.add({}, { client_secret: 's' })
  await reveal(environmentId)
  expect(await verify()).toMatchObject({ kind: 'intact' })
  const before = workspace.sealed.get('audit_key')
  expect(await running.api.rotateDataKey(undefined, context)).toMatchObject({ kind: 'done' })
  expect(workspace.sealed.get('audit_key')).not.toEqual(before)
  await reveal(environmentId)
  expect(await verify()).toMatchObject({ kind: 'intact', from: 1, unsealed: 0 })
  expect(await kinds()).not.toContain('trail_begun')
})

test('when stored secrets are forgotten the key goes with them, and the next chain says that it begins', async () => {
  const environmentId = await running.add({}, { client_secret: 's' })
  await reveal(environmentId)
  await verify()
  await running.api.forgetStoredSecrets(undefined, context)
  expect(await verify()).toMatchObject({ kind: 'not_sealed' })
  await running.change(environmentId, { secrets: { client_secret: 't' } })
  expect(await verify()).toMatchObject({ kind: 'intact', unsealed: 0 })
  expect((await kinds())[0]).toBe('trail_begun')
  await reveal(environmentId)
  expect(await verify()).toMatchObject({ kind: 'intact', unsealed: 0 })
})

test('what is done while secrets are locked is sealed after unlocking, and an entry says which that is', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ccx-audit-'))
  const file = path.join(folder, 'workspace.sqlite')
  const open = (): TestApi => {
    workspace = openWorkspace(file)
    return openTestApi(null, { workspace, keyring })
  }
  const passphrase = 'correct horse battery'
  running = open()
  const environmentId = await running.add({}, { client_secret: 's' })
  await running.api.protectSecrets({ passphrase }, context)
  expect(await verify()).toMatchObject({ kind: 'intact' })
  workspace.close()
  running = open()
  await running.change(environmentId, { scope: 'a' })
  await running.change(environmentId, { scope: 'b' })
  expect(await verify()).toMatchObject({ kind: 'locked' })
  expect((await entries())[0]).toMatchObject([expect.any(Number), 'environment_changed', false])
  workspace.close()
  running = open()
  await running.change(environmentId, { scope: 'c' })
  await running.api.unlockSecretStorage({ passphrase }, context)
  expect(await verify()).toMatchObject({ kind: 'intact', unsealed: 0, asFound: 0 })
  const { entries: found } = await running.api.listAuditEntries(
    { filter: { ...everything, kinds: ['trail_sealed'] }, skip: 0, count: 10 },
    context,
  )
  // The last change was of this run, so nobody else can have changed it.
  expect(found).toMatchObject([{ detail: { entries: '2' } }])
  workspace.close()
  running = open()
  await running.api.unlockSecretStorage({ passphrase }, context)
  expect(await verify()).toMatchObject({ kind: 'intact', unsealed: 0 })
  rmSync(folder, { recursive: true })
})

test('another app that has the same workspace open makes no second key, and both go on in one chain', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ccx-audit-'))
  const file = path.join(folder, 'workspace.sqlite')
  workspace = openWorkspace(file)
  running = openTestApi(null, { workspace, keyring })
  const environmentId = await running.add({}, { client_secret: 's' })
  const otherWorkspace = openWorkspace(file)
  const other = openTestApi(null, { workspace: otherWorkspace, keyring })
  for (let round = 0; round < 3; round += 1) {
    await Promise.all([
      reveal(environmentId),
      other.api.revealSecret({ environmentId, name: 'client_secret' }, context),
    ])
    if (round === 1) await other.api.rotateDataKey(undefined, context)
  }
  await other.api.verifyAudit(undefined, context)
  expect(await verify()).toMatchObject({ kind: 'intact', from: 1, unsealed: 0, asFound: 0 })
  expect(await kinds()).not.toContain('trail_begun')
  other.close()
  rmSync(folder, { recursive: true })
})

test('a key that is damaged is lost: the chain begins again, and says so', async () => {
  const environmentId = await running.add({}, { client_secret: 's' })
  await reveal(environmentId)
  await verify()
  workspace.sealed.put('audit_key', new Uint8Array(60))
  expect(await verify()).toMatchObject({ kind: 'intact', unsealed: 0 })
  expect((await kinds())[0]).toBe('trail_begun')
})
