import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DamagedEntry } from '../../../electron/contract/damaged-entry.ts'
import { backUp } from '../../../electron/core/workspace/recovery/back-up.ts'
import { listBackups } from '../../../electron/core/workspace/recovery/backups.ts'
import { keepReadableRows } from '../../../electron/core/workspace/recovery/repair-rows.ts'
import { problemOfBackup } from '../../../electron/core/workspace/recovery/restore.ts'
import { openWorkspace, type Workspace } from '../../../electron/core/workspace/workspace.ts'
import type { DamagedWorkspace } from '../../../electron/contract/workspace-fault.ts'
import { workspaceFaultText } from '../../../electron/wording/workspace-fault.ts'
import { damageIn } from '../../../electron/core/workspace/recovery/workspace-fault.ts'
import { conclusion, contentOf, fillTables, probeResult } from './fill-tables.ts'
import { randomOf, seedOf } from './random.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-rows-'))
  file = path.join(folder, 'workspace.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

function change(sql: string): void {
  const database = new DatabaseSync(file)
  database.exec(sql)
  database.close()
}

const textOf = (damage: DamagedWorkspace | null) => (damage === null ? '' : workspaceFaultText(damage))

function damageOf(): DamagedWorkspace | null {
  try {
    openWorkspace(file).close()
    return null
  } catch (error) {
    const damage = damageIn(error)
    if (damage !== null) return damage
    throw error
  }
}

test.for([
  [
    `UPDATE environments SET value = replace(value, 'as.example', 'as.exbmple') WHERE id = 'a1'`,
    'environment "Environment a1"',
  ],
  [`UPDATE environments SET position = 99 WHERE id = 'a1'`, 'environment "Environment a1"'],
  [`UPDATE environments SET deleted_at = 5 WHERE id = 'a1'`, 'environment "Environment a1"'],
  [`UPDATE api_calls SET value = json_set(value, '$.followRedirects', 'no') WHERE id = 'c-a1'`, 'API call'],
  [`UPDATE api_calls SET value = replace(value, 'GET', 'PUT') WHERE id = 'c-a1'`, 'API call PUT'],
  [`UPDATE secrets SET set_at = 1 WHERE environment_id = 'a1'`, 'stored secret Client secret of "Environment a1"'],
  [
    `UPDATE secret_origins SET origin = 'https://evil.example'`,
    'an approved server for Client secret of "Environment a0"',
  ],
  [`UPDATE from_files SET checksum = x'00'`, 'an imported server or network setting of "Environment a0"'],
  [`UPDATE data_key SET value = '{"cut'`, 'the key of the stored secrets'],
  [`UPDATE sealed_values SET sealed = x'00'`, 'one of your sharing keys'],
  [`UPDATE exchange_marks SET note = '"Changed"' WHERE exchange_id = 'e-a1'`, 'note or pin of the request of 1970'],
  [`UPDATE unrecorded_environments SET checksum = x'00'`, 'the choice not to record requests of "Environment a2"'],
  [
    `UPDATE probe_results SET value = replace(value, 'holds', 'fails')`,
    'what a probe of the review found of "Environment a1"',
  ],
  [`UPDATE history_limits SET days = 1`, 'how much of the history is kept'],
  [`UPDATE sharing_contacts SET value = 'Eve'`, 'sharing contact "Eve"'],
] as const)('an entry that was typed and changed on the disk is named at the start: %s', ([sql, name]) => {
  fillTables(file)
  change(sql)
  const damage = damageOf()
  expect(damage?.evidence.damage).toBe('rows_changed')
  expect(textOf(damage)).toContain(name)
  expect(textOf(damage)).toContain('Nothing in it was changed')
  keepReadableRows(file, 0)
  const workspace = openWorkspace(file)
  expect(workspace.environments.list()).toHaveLength(3)
  for (const { id } of workspace.environments.list()) workspace.apiCalls.list(id)
  workspace.close()
  expect(readdirSync(folder)).toContain('unreadable rows 1970-01-01 00.00.00 UTC.json')
})

test('what came with a file is still asked about after damaged entries were repaired', () => {
  fillTables(file)
  const fromFiles = () => {
    const workspace = openWorkspace(file)
    const found = workspace.fromFiles.list('a0')
    workspace.close()
    return found
  }
  const before = fromFiles()
  expect(before).toHaveLength(2)
  change(`UPDATE from_files SET checksum = x'00'`)
  keepReadableRows(file, 0)
  expect(damageOf()).toBeNull()
  expect(fromFiles()).toEqual(before)
})

test('limits of the history that were changed or taken away on the disk delete nothing, and can be set again', () => {
  for (const damage of ['UPDATE history_limits SET days = 1', 'DELETE FROM history_limits']) {
    fillTables(file)
    const limits = () => {
      const workspace = openWorkspace(file)
      const found = workspace.historyLimits.get()
      workspace.close()
      return found
    }
    expect(limits()).toEqual({ days: 90, megabytes: 500 })
    change(damage)
    keepReadableRows(file, 0)
    expect(limits()).toEqual({ days: 0, megabytes: 0 })
    const workspace = openWorkspace(file)
    expect(workspace.historyLimits.set({ megabytes: 100 })).toEqual({ days: 0, megabytes: 100 })
    workspace.close()
    expect(limits()).toEqual({ days: 0, megabytes: 100 })
    rmSync(folder, { recursive: true })
    mkdirSync(folder)
  }
})

test('each damaged entry of an environment is noticed, also where their keys differ in the last column only', async () => {
  fillTables(file)
  const workspace = openWorkspace(file)
  const heard = listen(workspace)
  change(`UPDATE from_files SET checksum = x'00'`)
  workspace.fromFiles.list('a0')
  await new Promise((resolve) => setImmediate(resolve))
  workspace.close()
  expect(heard).toMatchObject([{ kind: 'from_file' }, { kind: 'from_file' }])
})

test.for(['summary', 'value', 'started_at', 'environment_id'])(
  'a recorded exchange whose %s was changed is reported when it is read, is left out, and no backup replaces the last good one',
  async (column) => {
    fillTables(file)
    expect((await backUp(file, 0)).kind).toBe('made')
    const good = listBackups(file)
    change(
      `UPDATE exchanges SET ${column} = ${column === 'started_at' ? '77' : `replace(${column}, 'a1', 'a0')`} WHERE id = 'e-a1'`,
    )
    const workspace = openWorkspace(file)
    const notices = listen(workspace)
    const listed = workspace.exchanges.list(null, 50)
    expect(workspace.exchanges.get('e-a1')).toBeNull()
    expect(workspace.exchanges.get('e-a2')?.id).toBe('e-a2')
    expect(listed.map(({ id }) => id)).toEqual(expect.arrayContaining(['e-a0', 'e-a2']))
    await new Promise((resolve) => setImmediate(resolve))
    expect(notices).toMatchObject([{ kind: 'exchange' }])
    workspace.close()
    for (let day = 1; day <= 8; day += 1)
      expect(await backUp(file, day * 86_400_000)).toMatchObject({ kind: 'not_made', reason: { code: 'damaged' } })
    expect(listBackups(file)).toEqual(good)
    expect(problemOfBackup(good[0]?.file ?? '')).toBeNull()
    expect(damageOf()?.evidence.damage).toBe('rows_changed')
    keepReadableRows(file, 0)
    openWorkspace(file).close()
    expect((await backUp(file, 9 * 86_400_000)).kind).toBe('made')
  },
)

test('a conclusion that was changed is reported when it is read, and costs neither its exchange nor the note', async () => {
  fillTables(file)
  change(`UPDATE conclusions SET value = replace(value, 'good', 'failed') WHERE exchange_id = 'e-a1'`)
  const workspace = openWorkspace(file)
  const notices = listen(workspace)
  expect(workspace.exchanges.conclusionOf('e-a1')).toBeNull()
  expect(workspace.exchanges.conclusionOf('e-a2')).toEqual(conclusion)
  expect(workspace.exchanges.get('e-a1')?.id).toBe('e-a1')
  await new Promise((resolve) => setImmediate(resolve))
  expect(notices).toMatchObject([
    { kind: 'conclusion', name: expect.stringContaining('1970'), environment: 'Environment a1' },
  ])
  workspace.close()
  expect(await backUp(file, 0)).toMatchObject({ kind: 'not_made', reason: { code: 'damaged' } })
  expect(textOf(damageOf())).toContain('result of the request of 1970')
  keepReadableRows(file, 0)
  const again = openWorkspace(file)
  expect(again.exchanges.get('e-a1')?.id).toBe('e-a1')
  expect(again.exchangeMarks.get('e-a1').note).toBe('Note of a1')
  again.close()
})

test.each([`value = replace(value, 'holds', 'fails')`, `settings = 'others'`, `probe = 'plain_http'`])(
  'what a probe found and was changed on the disk, %s, is reported when it is read, counts for nothing, and can be found again',
  async (damage) => {
    fillTables(file)
    const workspace = openWorkspace(file)
    const notices = listen(workspace)
    change(`UPDATE probe_results SET ${damage}`)
    expect(workspace.probeResults.list('a1')).toEqual([])
    await new Promise((resolve) => setImmediate(resolve))
    expect(notices).toMatchObject([{ kind: 'probe_result', environment: 'Environment a1' }])
    workspace.close()
    keepReadableRows(file, 0)
    const again = openWorkspace(file)
    again.probeResults.put('a1', 'settings', probeResult)
    expect(again.probeResults.list('a1')).toEqual([{ settings: 'settings', result: probeResult }])
    again.close()
  },
)

test('of a damaged note what can be read stays, also after a repair, so that nothing is typed over it', () => {
  fillTables(file)
  change(`UPDATE exchange_marks SET note = '"Note of b1"' WHERE exchange_id = 'e-a1'`)
  keepReadableRows(file, 0)
  const workspace = openWorkspace(file)
  expect(workspace.exchangeMarks.get('e-a1')).toEqual({ isPinned: false, note: 'Note of b1' })
  workspace.close()
})

test('a note is kept outside of the workspace when its damaged exchange is taken out', () => {
  fillTables(file)
  change(`UPDATE exchanges SET value = '{}' WHERE id = 'e-a1'`)
  keepReadableRows(file, 0)
  expect(readFileSync(path.join(folder, 'unreadable rows 1970-01-01 00.00.00 UTC.json'), 'utf8')).toContain(
    'Note of a1',
  )
  openWorkspace(file).close()
})

test('a note with any character is kept exactly, and one that is empty is none', () => {
  fillTables(file)
  const workspace = openWorkspace(file)
  const odd = [
    '\u0000 in the middle',
    '\ud800',
    'a\udc00b',
    '\r\n\t',
    '\u202e\u200b\ufeff',
    '😀'.repeat(1000),
    '"\\',
    '\u2028',
  ]
  for (const note of [...odd, odd.join(''), 'x'.repeat(20_000)]) {
    expect(workspace.exchangeMarks.setNote('e-a1', note)).toBe(true)
    expect(workspace.exchangeMarks.get('e-a1').note).toBe(note)
  }
  workspace.close()
  const again = openWorkspace(file)
  expect(again.exchangeMarks.get('e-a1').note).toBe('x'.repeat(20_000))
  again.exchangeMarks.setPinned(['e-a1', 'gone'], true)
  again.exchangeMarks.setNote('e-a1', '')
  expect(again.exchangeMarks.get('e-a1')).toEqual({ isPinned: true, note: '' })
  again.exchangeMarks.setPinned(['e-a1'], false)
  expect(again.exchangeMarks.setNote('gone', 'Note')).toBe(false)
  again.close()
})

test('a backup that was changed on the disk is not offered as a good one', async () => {
  fillTables(file)
  await backUp(file, 0)
  const [backup] = listBackups(file)
  const name = backup?.file ?? ''
  const bytes = readFileSync(name)
  const at = bytes.indexOf('https://as.example')
  bytes.write('b', at + 8)
  writeFileSync(name, bytes)
  expect(problemOfBackup(name)?.code).toBe('entries_changed')
})

test('a number too large for JavaScript is damage, and not a failure of the list', async () => {
  fillTables(file)
  const workspace = openWorkspace(file)
  const notices = listen(workspace)
  change(`UPDATE environments SET position = 9223372036854775807 WHERE id = 'a1'`)
  expect(workspace.environments.list().map(({ id }) => id)).toEqual(['a0', 'a2'])
  await new Promise((resolve) => setImmediate(resolve))
  workspace.close()
  expect(notices).toMatchObject([{ kind: 'environment', name: 'Environment a1' }])
  expect(textOf(damageOf())).toContain('environment "Environment a1"')
  keepReadableRows(file, 0)
  expect(damageOf()).toBeNull()
})

test('every table of the schema has a checksum for its rows, but the one that counts changes', () => {
  openWorkspace(file).close()
  const database = new DatabaseSync(file)
  const without = database
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'
       AND NOT EXISTS (SELECT 1 FROM pragma_table_info(sqlite_schema.name) AS info WHERE info.name = 'checksum')`,
    )
    .all()
  database.close()
  expect(without).toEqual([{ name: 'changes' }])
})

test(
  'bytes that are flipped anywhere in the file change nothing without being noticed',
  { timeout: 60_000 },
  async () => {
    fillTables(file)
    const before = contentOf(file)
    const whole = readFileSync(file)
    const seed = seedOf(process.env['CCX_SEED'])
    const random = randomOf(seed)
    const unnoticed: unknown[] = []
    let noticed = 0
    for (let round = 0; round < 40; round += 1) {
      rmSync(path.join(folder, 'backups'), { recursive: true, force: true })
      for (const suffix of ['-wal', '-shm', '-check']) rmSync(`${file}${suffix}`, { force: true })
      writeFileSync(file, whole)
      const at = Math.floor(random() * whole.length)
      flip(at, 1 + Math.floor(random() * 255))
      const outcome = damageOf() === null ? (await backUp(file, 0)).kind : 'not_made'
      if (outcome === 'not_made') noticed += 1
      else if (JSON.stringify(contentOf(file)) !== JSON.stringify(before)) unnoticed.push({ seed, round, at, outcome })
    }
    expect(unnoticed).toEqual([])
    expect(noticed).toBeGreaterThan(0)
  },
)

function flip(at: number, by: number): void {
  const descriptor = openSync(file, 'r+')
  const [byte = 0] = readFileSync(file).subarray(at, at + 1)
  writeSync(descriptor, Buffer.from([byte ^ by]), 0, 1, at)
  closeSync(descriptor)
  expect(statSync(file).size).toBeGreaterThan(at)
}

function listen(workspace: Workspace): DamagedEntry[] {
  const notices: DamagedEntry[] = []
  workspace.onDamage((entries) => notices.push(...entries))
  return notices
}
