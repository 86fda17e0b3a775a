import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backUp } from '../../../electron/core/workspace/recovery/back-up.ts'
import { keepReadableRows } from '../../../electron/core/workspace/recovery/repair-rows.ts'
import { openWorkspace } from '../../../electron/core/workspace/workspace.ts'
import type { DamagedWorkspace } from '../../../electron/contract/workspace-fault.ts'
import { workspaceFaultText } from '../../../electron/wording/workspace-fault.ts'
import { faultText } from './fault-text.ts'
import { damageIn } from '../../../electron/core/workspace/recovery/workspace-fault.ts'
import { fillWorkspace, idsIn } from './fill.ts'
import { newestEvents } from '../../support/newest-events.ts'

const page = 4096
let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-damage-'))
  file = path.join(folder, 'workspace.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

const textOf = (damage: DamagedWorkspace | null) => (damage === null ? '' : workspaceFaultText(damage))

/** What opening it says; the file must be untouched by that. */
function damageOf(): DamagedWorkspace | null {
  const before = readFileSync(file)
  try {
    openWorkspace(file).close()
    return null
  } catch (error) {
    if (!readFileSync(file).equals(before)) throw new Error('The file was changed.', { cause: error })
    const damage = damageIn(error)
    if (damage !== null) return damage
    throw error
  }
}

function overwrite(from: number, length: number): void {
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, Buffer.alloc(length), 0, length, from)
  closeSync(descriptor)
}

test('S3: an emptied file is refused and named, not taken for a new one', () => {
  fillWorkspace(file)
  truncateSync(file, 0)
  const damage = damageOf()
  expect(damage?.evidence.damage).toBe('empty')
  expect(textOf(damage)).toContain(`WORKSPACE_DAMAGED: The workspace ${file} is empty`)
})

test('S3: a file cut at any length is refused', () => {
  fillWorkspace(file)
  const whole = readFileSync(file)
  const lengths = [
    1,
    15,
    16,
    50,
    99,
    100,
    511,
    512,
    1000,
    page - 1,
    page,
    page + 1,
    whole.length / 2,
    whole.length - page,
    whole.length - 1,
  ]
  for (const length of lengths) {
    writeFileSync(file, whole.subarray(0, length))
    expect([length, damageOf()?.code]).toEqual([length, 'workspace_damaged'])
  }
})

test('S3: a file of NULs only is refused, at any length', () => {
  fillWorkspace(file)
  for (const length of [1, 100, page, statSync(file).size]) {
    writeFileSync(file, Buffer.alloc(length))
    expect([length, damageOf()?.evidence.damage]).toEqual([length, 'no_database'])
  }
})

test('S3: a first page of NULs is refused', () => {
  fillWorkspace(file)
  overwrite(0, page)
  expect(damageOf()?.evidence.damage).toBe('no_database')
})

test('S3: any other page overwritten with NULs is refused, or nothing that was typed was in it', async () => {
  const ids = fillWorkspace(file, 60)
  const whole = readFileSync(file)
  const unnoticed: number[] = []
  for (let at = page; at < whole.length; at += page) {
    writeFileSync(file, whole)
    overwrite(at, page)
    if (damageOf() !== null) continue
    unnoticed.push(at / page)
    expect(idsIn(file)).toEqual(ids)
    // The closer look that a backup takes finds it, and no backup is made of it.
    expect((await backUp(file, Date.now())).kind).toBe('not_made')
    expect(damageOf()?.evidence.damage).toBe('history_malformed')
    rmSync(`${file}-check`)
  }
  // The empty tables of exchanges, conclusions and the head of the audit trail, and their indexes.
  expect(unnoticed.length).toBeLessThanOrEqual(8)
  expect(whole.length / page).toBeGreaterThan(20)
})

test('S3: damage that is met while the app runs is named, and the next start looks at the whole file', () => {
  fillWorkspace(file)
  const database = new DatabaseSync(file)
  const root = database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'exchanges_by_time'").get()
  database.close()
  overwrite((Number(root?.['rootpage']) - 1) * page, page)
  const workspace = openWorkspace(file)
  expect(faultText(() => workspace.exchanges.list(null, 10))).toContain(
    `WORKSPACE_DAMAGED: The workspace ${file} is damaged`,
  )
  workspace.close()
  expect(damageOf()?.evidence.damage).toBe('history_malformed')
})

test('S3: a log of NULs costs what was in it, and nothing else', () => {
  const ids = fillWorkspace(file)
  writeFileSync(`${file}-wal`, Buffer.alloc(3 * page))
  expect(idsIn(file)).toEqual(ids)
})

test('S3: a missing file is no new profile when something of a workspace is left', async () => {
  fillWorkspace(file)
  await backUp(file, Date.now())
  rmSync(file)
  expect(faultText(() => openWorkspace(file))).toContain(
    `The workspace ${file} is not there, although this profile has been used`,
  )
})

test('S3: a missing file is no new profile when its log is left', () => {
  fillWorkspace(file)
  rmSync(file)
  writeFileSync(`${file}-wal`, Buffer.alloc(page))
  expect(() => openWorkspace(file)).toThrow('workspace_damaged')
})

test('S3: a database of another program is refused and left alone', () => {
  const other = new DatabaseSync(file)
  other.exec('CREATE TABLE notes (text); PRAGMA user_version = 2')
  other.close()
  expect(damageOf()?.code).toBe('workspace_damaged')
  const again = new DatabaseSync(file)
  again.exec('PRAGMA user_version = 0')
  again.close()
  expect(damageOf()?.evidence.damage).toBe('no_workspace')
})

test('a run that was cut off while it created the workspace leaves nothing in the way', () => {
  writeFileSync(`${file}.partial`, 'half')
  const ids = fillWorkspace(file, 1)
  expect(idsIn(file)).toEqual(ids)
})

test('an environment whose row cannot be read keeps what can be, says so, and takes no other along', () => {
  const ids = fillWorkspace(file, 3)
  const broken = new DatabaseSync(file)
  const value = String(broken.prepare(`SELECT value FROM environments WHERE id = 'a0'`).get()?.['value'])
  const partly = JSON.stringify({ ...JSON.parse(value), stage: 'moon', audience: 'https://kept' })
  broken.prepare(`UPDATE environments SET value = ? WHERE id = 'a0'`).run(partly)
  broken.prepare(`UPDATE environments SET value = '{"name": "cut of' WHERE id = 'a1'`).run()
  broken.prepare(`UPDATE api_calls SET value = '' WHERE id = 'c-a2'`).run()
  broken.close()
  const damage = damageOf()
  expect(damage?.evidence.damage).toBe('rows_changed')
  expect(textOf(damage)).toContain('environment "Environment a0", environment "a1"')
  keepReadableRows(file, 0)
  const workspace = openWorkspace(file)
  expect(workspace.environments.list().map(({ id, value }) => [id, value.name])).toEqual([
    ['a0', 'Environment a0 (repaired)'],
    ['a1', 'Environment (repaired)'],
    ['a2', 'Environment a2'],
  ])
  expect(workspace.environments.get('a0')?.value).toMatchObject({ stage: 'development', audience: 'https://kept' })
  expect(workspace.apiCalls.list('a2')).toMatchObject([{ id: 'c-a2', method: 'GET' }])
  const kept = JSON.parse(readFileSync(path.join(folder, 'unreadable rows 1970-01-01 00.00.00 UTC.json'), 'utf8'))
  expect(kept).toHaveLength(3)
  expect(kept).toContainEqual(expect.objectContaining({ id: 'a0', value: partly }))
  expect(kept).toContainEqual(expect.objectContaining({ id: 'a1', value: '{"name": "cut of' }))
  expect(kept).toContainEqual(expect.objectContaining({ id: 'c-a2', value: '' }))
  workspace.close()
  const again = openWorkspace(file)
  expect(again.repair).toBeNull()
  expect(again.environments.list()).toHaveLength(ids.length)
  again.close()
})

test('what an environment keeps of a file, and an event, that cannot be read take nothing else along', () => {
  const ids = fillWorkspace(file, 2)
  const broken = new DatabaseSync(file)
  broken.prepare(`UPDATE environments SET unknown = 'cut of' WHERE id = 'a0'`).run()
  broken.prepare(`INSERT INTO audit_events (id, at, value) VALUES ('e', 1, '{"kind": "of another version"}')`).run()
  broken.close()
  expect(textOf(damageOf())).toContain('environment "Environment a0"')
  keepReadableRows(file, 0)
  const workspace = openWorkspace(file)
  workspace.audit.add({ id: 'f', at: 2, kind: 'imported', environmentId: null, detail: {} })
  expect(workspace.environments.list()).toHaveLength(ids.length)
  expect(workspace.environments.get('a0')?.unknown).toEqual({})
  expect(newestEvents(workspace, 10).map(({ id }) => id)).toEqual(['f'])
  workspace.close()
})
