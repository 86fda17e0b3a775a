import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backUp } from '../../../electron/core/workspace/recovery/back-up.ts'
import { restoreBackup } from '../../../electron/core/workspace/recovery/restore.ts'
import { setAside } from '../../../electron/core/workspace/recovery/set-aside.ts'
import { openWorkspace } from '../../../electron/core/workspace/workspace.ts'
import { exchange } from '../evidence/exchange.ts'
import { conclusion, fillTables } from './fill-tables.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-kept-with-'))
  file = path.join(folder, 'workspace.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a backup has conclusions, notes, what is not recorded and how much is kept, and restoring it brings them back', async () => {
  fillTables(file)
  const chosen = openWorkspace(file)
  chosen.historyLimits.set({ days: 0 })
  chosen.close()
  const made = await backUp(file, 0)
  if (made.kind !== 'made') throw new Error(`No backup: ${JSON.stringify(made)}`)
  const changed = openWorkspace(file)
  changed.exchangeMarks.setNote('e-a1', 'Later')
  changed.exchanges.delete(['e-a0'])
  changed.unrecorded.set('a2', true)
  changed.historyLimits.set({ days: 7 })
  changed.close()
  setAside(file, 0)
  restoreBackup(made.file, file)
  const workspace = openWorkspace(file)
  expect(workspace.exchangeMarks.get('e-a1').note).toBe('Note of a1')
  expect(workspace.exchangeMarks.get('e-a0').note).toBe('Note of a0')
  expect(workspace.exchanges.conclusionOf('e-a0')).toEqual(conclusion)
  expect(workspace.unrecorded.list()).toEqual(['a2'])
  expect(workspace.historyLimits.get()).toEqual({ days: 0, megabytes: 500 })
  workspace.close()
})

test('exchanges of a deleted environment stay under the name that it had, and one that is restored finds them again', () => {
  fillTables(file)
  const before = openWorkspace(file)
  before.environments.delete('a1', 1)
  expect(before.exchanges.list('a1', 10)).toHaveLength(1)
  before.environments.restore('a1')
  expect(before.exchanges.list('a1', 10)).toHaveLength(1)
  before.environments.delete('a1', 2)
  before.close()
  // Deleted for good with the next start.
  const workspace = openWorkspace(file)
  expect(workspace.environments.isTaken('a1')).toBe(false)
  expect(workspace.exchanges.list('a1', 10).map(({ id }) => id)).toEqual(['e-a1'])
  expect(workspace.exchanges.conclusionOf('e-a1')?.environmentName).toBe('Environment')
  expect(workspace.exchangeMarks.get('e-a1').note).toBe('Note of a1')
  expect(workspace.exchanges.delete(['e-a1'])).toBe(1)
  expect(workspace.exchanges.list('a1', 10)).toEqual([])
  workspace.close()
})

test('of what is in memory only the newest are kept, by number and by size, and nothing of them is on the disk', () => {
  fillTables(file)
  const workspace = openWorkspace(file)
  const large = (id: string, size: number) => {
    const body = {
      text: 'x'.repeat(size),
      encoding: 'utf-8',
      wireBytes: size,
      decodedBytes: size,
      truncated: false,
    } as const
    return { ...exchange, id, environmentId: 'a2', request: { ...exchange.request, body } }
  }
  for (let number = 0; number < 510; number += 1) workspace.exchanges.add(large(`small-${number}`, 10))
  expect(workspace.exchanges.get('small-9')).toBeNull()
  expect(workspace.exchanges.get('small-10')).not.toBeNull()
  for (let number = 0; number < 3; number += 1) workspace.exchanges.add(large(`large-${number}`, 20_000_000))
  expect(workspace.exchanges.get('small-509')).toBeNull()
  expect(workspace.exchanges.get('large-0')).toBeNull()
  expect(workspace.exchanges.get('large-2')).not.toBeNull()
  expect(workspace.exchanges.recordedAfter(0, 10).map(({ id }) => id)).toEqual(['e-a0', 'e-a1', 'e-a2'])
  workspace.close()
})
