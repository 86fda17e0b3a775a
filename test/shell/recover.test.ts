import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backUp } from '../../electron/core/workspace/recovery/back-up.ts'
import { listBackups } from '../../electron/core/workspace/recovery/backups.ts'
import { suspect } from '../../electron/core/workspace/recovery/suspicion.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { damageIn } from '../../electron/core/workspace/recovery/workspace-fault.ts'
import type { DamagedWorkspace } from '../../electron/contract/workspace-fault.ts'
import type { Question } from '../../electron/shell/ask.ts'
import { recover } from '../../electron/shell/recover.ts'
import { fillWorkspace, idsIn } from '../core/workspace/fill.ts'

let folder: string
let file: string
const at = (day: number): number => Date.UTC(2026, 10, day, 21, 30, 0)
const backup = (day: string): string => listBackups(file).find((each) => each.at === at(Number(day)))?.file ?? ''
const aside = (): string => path.join(folder, 'workspace 2026-11-24 21.30.00 UTC damaged.sqlite')

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-recover-'))
  file = path.join(folder, 'workspace.sqlite')
  fillWorkspace(file, 2)
  await backUp(file, at(22))
  const workspace = openWorkspace(file)
  workspace.environments.delete('a1', 1)
  workspace.close()
  idsIn(file)
  await backUp(file, at(23))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
  restored.length = 0
})

const restored: string[] = []

/** Opens it, answers with the button that begins so, and gives what was asked. */
async function answer(...answers: string[]): Promise<{ goesOn: boolean; asked: Question[] }> {
  const asked: Question[] = []
  const ask = (question: Question): Promise<string> => {
    asked.push(question)
    const wanted = answers.shift()
    const chosen = question.buttons.find((button) => wanted !== undefined && button.startsWith(wanted))
    return chosen === undefined
      ? Promise.reject(new Error(`No "${wanted}": ${question.buttons.join()}`))
      : Promise.resolve(chosen)
  }
  const goesOn = await recover(damageOf(), { ask, now: () => at(24), restored: (backup) => restored.push(backup.file) })
  expect(answers).toEqual([])
  return { goesOn, asked }
}

function damageOf(): DamagedWorkspace {
  try {
    openWorkspace(file).close()
  } catch (error) {
    const damage = damageIn(error)
    if (damage !== null) return damage
  }
  throw new Error('It is not damaged.')
}

test('S3: the damaged file is set aside before anything is asked, and the newest good backup is offered first', async () => {
  truncateSync(file, 5000)
  const { goesOn, asked } = await answer('Quit')
  expect(goesOn).toBe(false)
  expect(readFileSync(aside())).toHaveLength(5000)
  expect(readdirSync(folder)).not.toContain('workspace.sqlite')
  expect(asked[0]?.buttons).toEqual([
    'Restore the backup of 23 November 2026 at 21:30',
    'Choose an older backup…',
    'Start with an empty workspace',
    'Quit',
  ])
  expect(asked[0]?.detail).toContain(`WORKSPACE_DAMAGED: The workspace ${file} is damaged.`)
  expect(asked[0]?.detail).toContain(`The file was set aside as ${aside()} and is kept.`)
  expect(asked[0]?.detail).toContain(`The newest good backup of it is ${backup('23')}.`)
})

test('S3: who quits is asked again at the next start, and is never given an empty workspace in silence', async () => {
  rmSync(path.join(folder, 'backups'), { recursive: true })
  truncateSync(file, 0)
  await answer('Quit')
  const { asked } = await answer('Quit')
  expect(asked[0]?.detail).toContain('is not there')
  expect(asked[0]?.buttons).toEqual(['Start with an empty workspace', 'Quit'])
})

test('S3: the newest backup is restored', async () => {
  writeFileSync(file, Buffer.alloc(8192))
  expect((await answer('Restore')).goesOn).toBe(true)
  expect(idsIn(file)).toEqual(['a0'])
  expect(restored).toEqual([backup('23')])
})

test('S3: a backup that is damaged itself is passed over', async () => {
  truncateSync(file, 0)
  truncateSync(backup('23'), 6000)
  const { asked } = await answer('Restore the backup of 22')
  expect(asked[0]?.buttons[0]).toContain('22 November')
  expect(idsIn(file)).toEqual(['a0', 'a1'])
})

test('S3: an older backup can be chosen, and a bad one says why and leads back', async () => {
  truncateSync(file, 0)
  truncateSync(backup('23'), 6000)
  const { goesOn, asked } = await answer('Choose', 'Back', 'Choose', '1:', 'Choose', '2:')
  expect(goesOn).toBe(true)
  expect(asked[1]?.buttons).toEqual(['1: 23 November 2026 at 21:30', '2: 22 November 2026 at 21:30', 'Back'])
  expect(asked[4]?.detail).toContain('That did not work')
  expect(asked[4]?.detail).toContain(backup('23'))
  expect(idsIn(file)).toEqual(['a0', 'a1'])
})

test('S3: an empty workspace is made when it is chosen; the backups stay', async () => {
  truncateSync(file, 0)
  expect((await answer('Start with')).goesOn).toBe(true)
  expect(idsIn(file)).toEqual([])
  expect(readdirSync(path.join(folder, 'backups'))).toHaveLength(2)
})

test('S3: a file whose recorded exchanges are damaged may stay in use, and is then not touched', async () => {
  damageHistory()
  suspect(file)
  const before = readFileSync(file)
  const { goesOn, asked } = await answer('Go on without repairing it')
  expect(goesOn).toBe(true)
  expect(asked[0]?.detail).toContain('is damaged where it keeps the recorded exchanges')
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(idsIn(file)).toEqual(['a0'])
})

test('S3: the same file is set aside when a backup is chosen instead', async () => {
  damageHistory()
  suspect(file)
  await answer('Restore')
  expect(readdirSync(folder)).toContain(path.basename(aside()))
  expect(idsIn(file)).toEqual(['a0'])
})

/** The page that the table of exchanges begins with, whose number the schema says. */
function damageHistory(): void {
  const bytes = readFileSync(file)
  const root = rootOfExchanges()
  writeFileSync(file, bytes.fill(0, (root - 1) * 4096, root * 4096))
}

function rootOfExchanges(): number {
  const database = new DatabaseSync(file, { readOnly: true })
  const row = database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'exchanges'").get()
  database.close()
  for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
  return Number(row?.['rootpage'])
}

test('a workspace with changed entries stays in use when that is chosen, and its last good backup can be restored', async () => {
  const damage = (): void => {
    const database = new DatabaseSync(file)
    database.exec(`UPDATE environments SET position = position + 1 WHERE id = 'a0'`)
    database.close()
  }
  damage()
  const { goesOn, asked } = await answer('Go on with what can be read')
  expect(goesOn).toBe(true)
  expect(asked[0]?.detail).toContain('environment "Environment a0"')
  expect(asked[0]?.buttons[0]).toContain('23 November')
  const workspace = openWorkspace(file)
  expect(workspace.environments.list().map(({ value }) => value.name)).toEqual(['Environment a0 (damaged)'])
  workspace.close()
  expect(readdirSync(folder)).toContain('unreadable rows 2026-11-24 21.30.00 UTC.json')
  damage()
  expect((await answer('Restore the backup of 23')).goesOn).toBe(true)
  expect(idsIn(file)).toEqual(['a0'])
  expect(readdirSync(folder)).toContain(path.basename(aside()))
})
