import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backUp } from '../../electron/core/workspace/recovery/back-up.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'
import { newestEvents } from '../support/newest-events.ts'

let folder: string
let file: string
let opened: TestApi
const ofTest = { token_endpoint: 'https://as.example/token', client_id: 'c' }

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-backups-'))
  file = path.join(folder, 'workspace.sqlite')
  opened = openTestApi(null, { workspace: openWorkspace(file) })
})
afterEach(() => {
  opened.close()
  rmSync(folder, { recursive: true, force: true })
})

const list = () => opened.api.listBackups(undefined, context)
const inFolder = () => readdirSync(path.join(folder, 'backups'))

/** The sealed secret as it lies in the file, and whether a file holds these bytes. */
const sealedSecret = () => Buffer.from(opened.workspace.secrets.all()[0]?.sealed ?? [])
const holds = (place: string, bytes: Buffer) => readFileSync(place).includes(bytes)

test('none is removed when no backup of what there is now can be made', async () => {
  opened.close()
  const workspace = openWorkspace(file)
  const backUpFails = async () =>
    ({ kind: 'not_made', reason: { code: 'no_room', evidence: { needed: 2, free: 1 } } }) as const
  opened = openTestApi(null, { workspace, backUp: backUpFails })
  await backUp(file, 0)
  await opened.add(ofTest)
  await backUp(file, 1000)
  const before = inFolder()
  const names = (await list()).map(({ name }) => name)
  expect(await opened.api.removeBackups({ names }, context)).toMatchObject({
    kind: 'refused',
    reason: { code: 'no_new_backup', evidence: { because: { code: 'no_room' } } },
  })
  expect(inFolder()).toEqual(before)
})

test('the newest stays, even when it is asked for, and a name that is no backup removes nothing', async () => {
  await backUp(file, 0)
  const [newest] = await list()
  const names = [newest?.name ?? '', '../workspace.sqlite', 'workspace.sqlite']
  expect(await opened.api.removeBackups({ names }, context)).toEqual({ kind: 'removed', count: 0 })
  expect(inFolder()).toEqual([newest?.name])
  expect(readFileSync(file).length).toBeGreaterThan(0)
})

test('one that cannot be removed does not keep the others, and those that were removed are recorded', async () => {
  await backUp(file, 0)
  const [old] = await list()
  // A folder of that name, which is listed first, cannot be removed as a file.
  const stuck = 'workspace 1970-01-01 00.00.05 UTC, change 900.sqlite'
  mkdirSync(path.join(folder, 'backups', stuck))
  expect(await opened.api.removeBackups({ names: [stuck, old?.name ?? ''] }, context)).toMatchObject({
    kind: 'refused',
    reason: { code: 'files_not_removed', evidence: { removed: 1 } },
  })
  expect(inFolder()).toContain(stuck)
  expect(inFolder()).not.toContain(old?.name)
  const events = newestEvents(opened.workspace, 1)
  expect(events).toMatchObject([{ kind: 'backups_removed', detail: { count: '1' } }])
})

test('a deleted secret lives on in an older backup until that is removed, and in no newer one', async () => {
  const environmentId = await opened.add(ofTest, { client_secret: 'secret-that-goes' })
  const sealed = sealedSecret()
  expect(sealed.length).toBeGreaterThan(20)
  await backUp(file, 0)
  const [old] = await list()
  await opened.api.forgetSecret({ environmentId, name: 'client_secret' }, context)
  expect(holds(path.join(folder, 'backups', old?.name ?? ''), sealed)).toBe(true)

  expect(await opened.api.removeBackups({ names: [old?.name ?? ''] }, context)).toEqual({ kind: 'removed', count: 1 })
  const [only, ...others] = inFolder()
  expect(others).toEqual([])
  expect(only).not.toBe(old?.name)
  expect(holds(path.join(folder, 'backups', only ?? ''), sealed)).toBe(false)
  const events = newestEvents(opened.workspace, 1)
  expect(events).toMatchObject([{ kind: 'backups_removed', detail: { count: '1' } }])
})

test('they are listed newest first, with their size and time', async () => {
  await backUp(file, 1_000_000)
  await opened.add(ofTest)
  await backUp(file, 2_000_000)
  expect(await list()).toMatchObject([
    { at: 2_000_000, kind: 'rolling', bytes: expect.any(Number) },
    { at: 1_000_000, kind: 'rolling', bytes: expect.any(Number) },
  ])
})
