import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { expect, test } from '../support/answered-app.ts'
import { addEnvironment, places } from '../support/places.ts'
import { mayMount, mountSmallDisk } from '../support/small-disk.ts'

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : [])
const setAside = (workspace: string): string[] =>
  namesIn(path.dirname(workspace)).filter((name) => /^workspace \d{4}-\d\d-\d\d .* damaged\.sqlite$/.test(name))

/** One as the app leaves it, without a backup; it belongs to whom the profile belongs to. */
function makeWorkspace(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true })
  openWorkspace(file).close()
  const { uid, gid } = statSync(path.dirname(path.dirname(file)))
  for (const each of [path.dirname(file), file]) chownSync(each, uid, gid)
}

test('S3: an emptied workspace is set aside, and the backup of before brings everything back', async ({ answered }) => {
  const { start, end, shown, workspace } = answered
  const { window } = await start()
  await addEnvironment(window, { name: 'Billing', client_id: 'billing' })
  const backups = path.join(path.dirname(workspace), 'backups')
  await expect
    .poll(() => namesIn(backups).filter((name) => name.endsWith('.sqlite')), { timeout: 60_000 })
    .toHaveLength(1)
  await end()
  truncateSync(workspace, 0)
  const again = await start(['Restore the backup of '])
  await expect(places(again.window).link('Billing')).toBeVisible()
  expect(setAside(workspace)).toHaveLength(1)
  const [text = ''] = shown()
  expect(text).toContain(`WORKSPACE_DAMAGED: The workspace ${workspace} is empty`)
  expect(text).toContain(`was set aside as ${path.join(path.dirname(workspace), setAside(workspace)[0] ?? '')}`)
  expect(shown()).toHaveLength(1)
})

test('S3: a workspace of NULs without a backup starts empty only when that is chosen, and is kept', async ({
  answered,
}) => {
  const { start, end, shown, workspace } = answered
  makeWorkspace(workspace)
  writeFileSync(workspace, Buffer.alloc(statSync(workspace).size))
  await start()
  await expect.poll(shown).toHaveLength(1)
  expect(existsSync(workspace)).toBe(false)
  await end()
  const { window } = await start(['Start with an empty workspace'])
  await expect(places(window).link('Sandbox')).toBeVisible()
  const [kept = ''] = setAside(workspace)
  expect(readFileSync(path.join(path.dirname(workspace), kept)).every((byte) => byte === 0)).toBe(true)
})

test('S7: a workspace of a newer version is refused with both versions, and left as it is', async ({ answered }) => {
  const { start, shown, workspace } = answered
  makeWorkspace(workspace)
  const newer = new DatabaseSync(workspace)
  newer.exec('PRAGMA user_version = 99')
  newer.close()
  const before = readFileSync(workspace)
  await start()
  await expect.poll(() => shown()[0]).toMatch(/WORKSPACE_NEWER: .* has schema version 99; .* versions up to \d+/)
  expect(readFileSync(workspace).equals(before)).toBe(true)
})

test.describe('on a small disk', () => {
  test.skip(!mayMount(), 'Only root may mount a disk in memory; core’s test has a file-size limit instead.')

  test.use({
    profile: async ({}, use) => {
      const disk = mountSmallDisk('64m')
      await use(disk.folder)
      disk.close()
    },
  })

  test('S2: on a full disk a save says so with the path, what was typed stays, and with room it is saved', async ({
    answered,
    profile,
  }) => {
    const { window } = await answered.start()
    const { button, tab, field } = places(window)
    await addEnvironment(window, { name: 'Billing' })
    await tab('Configure').click()
    await field('Audience').fill('https://billing.example')
    const filling = path.join(profile, 'filling')
    fillUp(filling)
    await button('Save').click()
    const said = `WORKSPACE_FULL: The disk is full, and the workspace ${answered.workspace} could not be written.`
    await expect(window.getByText(said)).toBeVisible()
    await expect(field('Audience')).toHaveValue('https://billing.example')
    rmSync(filling)
    await button('Save').click()
    await expect(window.getByText('Unsaved changes.')).toBeHidden()
    const again = places((await answered.start()).window)
    await again.tab('Configure').click()
    await expect(again.field('Audience')).toHaveValue('https://billing.example')
  })
})

/** Leaves no block free on a disk of 64 MB. */
function fillUp(file: string): void {
  for (const size of [1 << 20, 4096]) {
    for (let blocks = 0; blocks < 256; blocks += 1) {
      try {
        writeFileSync(file, Buffer.alloc(size), { flag: 'a' })
      } catch {
        break
      }
    }
  }
}
