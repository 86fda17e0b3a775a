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

test('what is done while secrets are locked is sealed after unlocking', async () => {
  const environmentId = await running.add({}, { client_secret: 's' })
  await reveal(environmentId)
  await running.api.protectSecrets({ passphrase: 'correct horse battery' }, context)
  await verify()
  running = start()
  expect(await verify()).toMatchObject({ kind: 'intact' })
  await running.api.unlockSecretStorage({ passphrase: 'correct horse battery' }, context)
  expect(await verify()).toMatchObject({ kind: 'intact', unsealed: 0 })
})

test('a key that is damaged is lost: the chain begins again, and says so', async () => {
  const environmentId = await running.add({}, { client_secret: 's' })
  await reveal(environmentId)
  await verify()
  workspace.sealed.put('audit_key', new Uint8Array(60))
  expect(await verify()).toMatchObject({ kind: 'intact', unsealed: 0 })
  expect((await kinds())[0]).toBe('trail_begun')
})
