import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { faultText } from './fault-text.ts'
import { backUp, mayHaveChanged } from '../../../electron/core/workspace/recovery/back-up.ts'
import { listBackups } from '../../../electron/core/workspace/recovery/backups.ts'
import { createWorkspaceFile } from '../../../electron/core/workspace/create.ts'
import { problemOfBackup, restoreBackup } from '../../../electron/core/workspace/recovery/restore.ts'
import { setAside } from '../../../electron/core/workspace/recovery/set-aside.ts'
import { openWorkspace, type Workspace } from '../../../electron/core/workspace/workspace.ts'
import { fillWorkspace, idsIn } from './fill.ts'

let folder: string
let file: string
const at = (day: number): number => Date.UTC(2026, 10, day, 21, 30, 0)
/** Without the count of changes, which is how they are ordered. */
const names = (): string[] =>
  readdirSync(path.join(folder, 'backups'))
    .map((name) => name.replace(/, change \d+/, ''))
    .toSorted()

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
    file: expect.stringMatching(/backups\/workspace 2026-11-24 21\.30\.00 UTC, change \d+\.sqlite$/),
  })
  workspace.close()
  expect(names()).toEqual(['workspace 2026-11-24 21.30.00 UTC.sqlite'])
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
  expect(names()).toEqual([path.basename(copy), ...days.map((day) => `workspace 2026-11-${day} 21.30.00 UTC.sqlite`)])
})

test('nothing is kept twice when nothing changed', async () => {
  fillWorkspace(file, 1)
  expect(mayHaveChanged(file)).toBe(true)
  await backUp(file, at(1))
  idsIn(file)
  expect(await backUp(file, at(2))).toEqual({ kind: 'unchanged' })
  expect(names()).toHaveLength(1)
})

test('whether a backup is needed is known from the changes that were made, not from the times of the files', async () => {
  fillWorkspace(file, 1)
  await backUp(file, Date.now())
  const [future, past] = [new Date(Date.now() + 86_400_000), new Date(2001, 0, 1)]
  utimesSync(file, future, future)
  expect(mayHaveChanged(file)).toBe(false)
  const workspace = openWorkspace(file)
  rename(workspace, 'Changed')
  workspace.close()
  utimesSync(file, past, past)
  expect(mayHaveChanged(file)).toBe(true)
})

test('backups go on when the clock goes back or ahead, and the newest is the one that was made last', async () => {
  fillWorkspace(file, 1)
  const clocks = [
    at(24),
    Date.UTC(2031, 0, 1),
    at(2),
    Date.UTC(2001, 0, 1),
    at(3),
    at(3),
    at(1),
    Date.UTC(1999, 0, 1),
    at(24),
  ]
  const made: string[] = []
  for (const [number, clock] of clocks.entries()) {
    const workspace = openWorkspace(file)
    rename(workspace, `Change ${number}`)
    workspace.close()
    expect(mayHaveChanged(file)).toBe(true)
    const outcome = await backUp(file, clock)
    if (outcome.kind !== 'made') throw new Error(outcome.kind)
    made.push(outcome.file)
    expect(mayHaveChanged(file)).toBe(false)
  }
  expect(listBackups(file).map((backup) => backup.file)).toEqual(made.toReversed().slice(0, 7))
})

test('after an older backup was restored, or all was begun again, the next backup is the newest', async () => {
  fillWorkspace(file, 1)
  await backUp(file, at(1))
  const [first] = listBackups(file)
  const workspace = openWorkspace(file)
  for (let number = 0; number < 5; number += 1) rename(workspace, `Change ${number}`)
  workspace.close()
  await backUp(file, at(2))
  for (const begin of [() => restoreBackup(first?.file ?? '', file), () => createWorkspaceFile(file)]) {
    setAside(file, at(3))
    begin()
    openWorkspace(file).close()
    expect(mayHaveChanged(file)).toBe(true)
    const outcome = await backUp(file, at(1))
    expect(outcome).toEqual({ kind: 'made', file: listBackups(file)[0]?.file })
  }
})

test('backups that have a local time for a name are listed after the newer ones, and can be restored', async () => {
  const ids = fillWorkspace(file, 2)
  await backUp(file, at(1))
  const folderOfBackups = path.join(folder, 'backups')
  const [counted] = listBackups(file)
  for (const name of ['workspace 2026-12-24 21.30.00', 'workspace 2026-12-25 09.00.00 2'])
    copyFileSync(counted?.file ?? '', path.join(folderOfBackups, `${name}.sqlite`))
  expect(listBackups(file).map((backup) => path.basename(backup.file))).toEqual([
    path.basename(counted?.file ?? ''),
    'workspace 2026-12-25 09.00.00 2.sqlite',
    'workspace 2026-12-24 21.30.00.sqlite',
  ])
  const old = listBackups(file).find(({ change }) => change === null)
  expect(old?.at).toBe(new Date(2026, 11, 25, 9, 0, 0).getTime())
  setAside(file, at(3))
  restoreBackup(old?.file ?? '', file)
  expect(idsIn(file)).toEqual(ids)
})

test('what was left half written is removed, and never offered', async () => {
  fillWorkspace(file, 1)
  await backUp(file, at(1))
  const partial = path.join(folder, 'backups', 'workspace 2026-11-02 21.30.00.sqlite.partial')
  for (const left of [partial, `${partial}-journal`]) writeFileSync(left, 'half')
  expect(listBackups(file)).toHaveLength(1)
  await backUp(file, at(3))
  expect(names()).toEqual(['workspace 2026-11-01 21.30.00 UTC.sqlite'])
})

test('a backup of a damaged workspace is not made, and the earlier ones stay', async () => {
  fillWorkspace(file, 30)
  await backUp(file, at(1))
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(0, 8192, 12_288))
  expect(await backUp(file, at(2))).toMatchObject({ kind: 'not_made', reason: { code: 'damaged' } })
  expect(names()).toEqual(['workspace 2026-11-01 21.30.00 UTC.sqlite'])
})

test('a backup that was damaged itself is not restored, and says why', async () => {
  fillWorkspace(file, 30)
  await backUp(file, at(1))
  const [backup] = listBackups(file)
  const name = backup?.file ?? ''
  writeFileSync(name, readFileSync(name).subarray(0, 20_000))
  expect(problemOfBackup(name)).toMatchObject({
    code: 'reported',
    evidence: { message: expect.stringMatching(/malformed/) },
  })
  setAside(file, at(2))
  expect(faultText(() => restoreBackup(name, file))).toContain(name)
  expect(readdirSync(folder).toSorted()).toEqual(['backups', 'workspace 2026-11-02 21.30.00 UTC damaged.sqlite'])
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
  const aside = path.join(folder, 'workspace 2026-11-24 21.30.00 UTC damaged')
  const kept = ['.sqlite', '.sqlite-wal', '.sqlite-shm'].map((end) => readFileSync(`${aside}${end}`, 'utf8'))
  expect(kept).toEqual(['first', 'first', 'first'])
  expect(readFileSync(`${aside} 2.sqlite`, 'utf8')).toBe('second')
})
