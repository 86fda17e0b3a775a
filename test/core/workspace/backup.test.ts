import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backUp, mayHaveChanged } from '../../../electron/core/workspace/back-up.ts'
import { listBackups } from '../../../electron/core/workspace/backups.ts'
import { problemOfBackup, restoreBackup } from '../../../electron/core/workspace/restore.ts'
import { setAside } from '../../../electron/core/workspace/set-aside.ts'
import { openWorkspace, type Workspace } from '../../../electron/core/workspace/workspace.ts'
import { fillWorkspace, idsIn } from './fill.ts'

let folder: string
let file: string
const at = (day: number): number => new Date(2026, 10, day, 21, 30, 0).getTime()
const names = (): string[] => readdirSync(path.join(folder, 'backups')).toSorted()

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-backup-'))
  file = path.join(folder, 'workspace.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

function rename(workspace: Workspace, name: string): void {
  const stored = workspace.environments.get('a0')
  if (stored === null) throw new Error('a0 is gone')
  workspace.environments.update('a0', { ...stored.value, name })
}

test('a backup is one dated file that only its owner may read, made while the workspace is in use', async () => {
  const ids = fillWorkspace(file, 3)
  const workspace = openWorkspace(file)
  rename(workspace, 'Not in the file itself yet, but in its log')
  expect(await backUp(file, at(24))).toEqual({
    kind: 'made',
    file: path.join(folder, 'backups', 'workspace 2026-11-24 21.30.00.sqlite'),
  })
  workspace.close()
  expect(names()).toEqual(['workspace 2026-11-24 21.30.00.sqlite'])
  expect(statSync(path.join(folder, 'backups')).mode & 0o777).toBe(0o700)
  const [backup] = listBackups(file)
  expect(statSync(backup?.file ?? '').mode & 0o777).toBe(0o600)
  setAside(file, at(25))
  restoreBackup(backup?.file ?? '', file)
  expect(idsIn(file)).toEqual(ids)
  const restored = openWorkspace(file)
  expect(restored.environments.get('a0')?.value.name).toContain('in its log')
  restored.close()
})

test('the seven newest are kept, and the copy from before a migration beside them', async () => {
  fillWorkspace(file, 1)
  await backUp(file, at(1))
  const copy = path.join(folder, 'backups', 'before version 2.sqlite')
  writeFileSync(copy, 'kept')
  for (let day = 2; day <= 10; day += 1) {
    const workspace = openWorkspace(file)
    rename(workspace, `Day ${day}`)
    workspace.close()
    expect((await backUp(file, at(day))).kind).toBe('made')
  }
  const days = ['04', '05', '06', '07', '08', '09', '10']
  expect(names()).toEqual([path.basename(copy), ...days.map((day) => `workspace 2026-11-${day} 21.30.00.sqlite`)])
})

test('nothing is kept twice when nothing changed', async () => {
  fillWorkspace(file, 1)
  expect(mayHaveChanged(file)).toBe(true)
  await backUp(file, at(1))
  idsIn(file)
  expect(await backUp(file, at(2))).toEqual({ kind: 'unchanged' })
  expect(names()).toHaveLength(1)
})

test('whether a backup is needed is known from the times of the files', async () => {
  fillWorkspace(file, 1)
  await backUp(file, Date.now() + 60_000)
  expect(mayHaveChanged(file)).toBe(false)
  rmSync(path.join(folder, 'backups'), { recursive: true })
  await backUp(file, Date.now() - 60_000)
  expect(mayHaveChanged(file)).toBe(true)
})

test('what was left half written is removed, and never offered', async () => {
  fillWorkspace(file, 1)
  await backUp(file, at(1))
  const partial = path.join(folder, 'backups', 'workspace 2026-11-02 21.30.00.sqlite.partial')
  for (const left of [partial, `${partial}-journal`]) writeFileSync(left, 'half')
  expect(listBackups(file)).toHaveLength(1)
  await backUp(file, at(3))
  expect(names()).toEqual(['workspace 2026-11-01 21.30.00.sqlite'])
})

test('a backup of a damaged workspace is not made, and the earlier ones stay', async () => {
  fillWorkspace(file, 30)
  await backUp(file, at(1))
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(0, 8192, 12_288))
  expect((await backUp(file, at(2))).kind).toBe('damaged')
  expect(names()).toEqual(['workspace 2026-11-01 21.30.00.sqlite'])
})

test('a backup that was damaged itself is not restored, and says why', async () => {
  fillWorkspace(file, 30)
  await backUp(file, at(1))
  const [backup] = listBackups(file)
  const name = backup?.file ?? ''
  writeFileSync(name, readFileSync(name).subarray(0, 20_000))
  expect(problemOfBackup(name)).toMatch(/malformed/)
  setAside(file, at(2))
  expect(() => restoreBackup(name, file)).toThrow(name)
  expect(readdirSync(folder).toSorted()).toEqual(['backups', 'workspace 2026-11-02 21.30.00 damaged.sqlite'])
})

test('a workspace that is there is never overwritten by a backup', async () => {
  fillWorkspace(file, 1)
  await backUp(file, at(1))
  expect(() => restoreBackup(listBackups(file)[0]?.file ?? '', file)).toThrow('still there')
})

test('what is set aside has a dated name with its log, and a second one does not push it out', () => {
  for (const content of ['first', 'second']) {
    for (const suffix of ['', '-wal', '-shm']) writeFileSync(`${file}${suffix}`, content)
    setAside(file, at(24))
  }
  const aside = path.join(folder, 'workspace 2026-11-24 21.30.00 damaged')
  const kept = ['.sqlite', '.sqlite-wal', '.sqlite-shm'].map((end) => readFileSync(`${aside}${end}`, 'utf8'))
  expect(kept).toEqual(['first', 'first', 'first'])
  expect(readFileSync(`${aside} 2.sqlite`, 'utf8')).toBe('second')
})
