import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deleteExchanges } from '../../../electron/core/history/delete-exchanges.ts'
import { OpenHistory } from '../../../electron/core/history/open-history.ts'
import { deleteAndRecord } from '../../../electron/core/history/record-deletion.ts'
import { exchangeRemover } from '../../../electron/core/history/remove-exchanges.ts'
import { openWorkspace, type Workspace } from '../../../electron/core/workspace/workspace.ts'
import { exchange } from '../evidence/exchange.ts'
import { filesHolding } from '../../support/profile-scan.ts'
import { fillTables } from '../workspace/fill-tables.ts'
import { newestEvents } from '../../support/newest-events.ts'

let folder: string
let workspace: Workspace

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-remove-'))
  const file = path.join(folder, 'workspace.sqlite')
  fillTables(file)
  workspace = openWorkspace(file)
})
afterEach(() => {
  workspace.close()
  rmSync(folder, { recursive: true })
})

test('a thread removes exchanges on the disk with what belongs to them, and who listens hears which', async () => {
  const gone: string[] = []
  workspace.onHistoryChange({ changed: () => {}, gone: (ids) => gone.push(...ids) })
  const { remove, close } = exchangeRemover({ workspace })
  workspace.exchanges.add({ ...exchange, id: 'in-memory', environmentId: 'a2' })
  expect(await remove({ ids: ['e-a0', 'gone', 'in-memory'], keeps: 'nothing' })).toBe(2)
  await close()
  expect(gone).toEqual(['e-a0'])
  expect(workspace.exchanges.get('e-a0')).toBeNull()
  expect(workspace.exchanges.get('in-memory')).toBeNull()
  expect(workspace.exchangeMarks.get('e-a0').note).toBe('')
  expect(workspace.exchanges.get('e-a1')).not.toBeNull()
})

test('what got a note or a pin meanwhile is not removed for its age', async () => {
  const { remove, close } = exchangeRemover({ workspace })
  expect(await remove({ ids: ['e-a0'], keeps: 'marked' })).toBe(0)
  await close()
  expect(workspace.exchangeMarks.get('e-a0').note).toBe('Note of a0')
})

test('of what a search found pinned ones stay, and those with a note alone go', async () => {
  workspace.exchangeMarks.setPinned(['e-a1'], true)
  const found = async () => ['e-a0', 'e-a1', 'e-a2']
  expect(await deleteExchanges({ workspace }, { kind: 'search', searchId: 's' }, found)).toBe(2)
  expect(workspace.exchanges.list(null, 10).map(({ id }) => id)).toEqual(['e-a1'])
  expect(await deleteExchanges({ workspace }, { kind: 'ids', ids: ['e-a1', 'e-a1'] })).toBe(1)
})

test('nothing of what was deleted is left in any file, its log and its index among them', async () => {
  const file = workspace.path
  const said = 'said-by-what-is-deleted'
  const ids = Array.from({ length: 60 }, (_, number) => `said-${number}`)
  for (const [number, id] of ids.entries()) {
    const url = `https://api.example/${said}/${'x'.repeat(number * 100)}`
    workspace.exchanges.add({ ...exchange, id, environmentId: 'a0', request: { ...exchange.request, url } })
    workspace.exchangeMarks.setNote(id, `${said} ${number}`)
  }
  const history = new OpenHistory(file)
  history.catchUp(Infinity)
  const holding = () => filesHolding(folder, [said]).map((found) => found.split(':')[0])
  expect(holding()).toContain('workspace.sqlite-wal')
  expect(await deleteExchanges({ workspace }, { kind: 'ids', ids })).toBe(60)
  history.do((opened) => opened.gone(ids))
  history.catchUp(Infinity)
  for (let step = 0; step < 1000 && history.do((opened) => opened.tidy()); step += 1);
  expect(holding()).toEqual([])
  history.close()
})

/** How many the trail says were deleted, newest first. */
const recorded = () =>
  newestEvents(workspace, 10).flatMap(({ kind, detail }) => (kind === 'history_deleted' ? Number(detail['count']) : []))

test('a deletion is recorded, also where it fails midway or the app ends meanwhile', async () => {
  const ids = Array.from({ length: 3000 }, (_, number) => `old-${number}`)
  for (const id of ids) workspace.exchanges.add({ ...exchange, id, environmentId: 'a0' })
  const chosen = { kind: 'search', searchId: 's' } as const
  let count = 0
  const remove = (some: readonly string[]) => {
    const deps = { workspace, newId: () => `deletion-${(count += 1)}`, now: () => 0, notify: () => {} }
    return deleteAndRecord(deps, chosen, async () => some)
  }
  expect(await remove(['e-a0', 'e-a1'])).toBe(2)
  expect(recorded()).toEqual([2])

  let steps = 0
  let atStep: () => void = () => {
    throw new Error('The disk is full.')
  }
  workspace.onHistoryChange({
    changed: () => {},
    gone: () => {
      steps += 1
      if (steps === 3) atStep()
    },
  })
  await expect(remove(ids)).rejects.toThrow('The disk is full.')
  expect(recorded()).toEqual([40, 2])

  steps = 0
  atStep = () => workspace.close()
  await remove(ids.slice(100)).catch(() => 0)
  workspace = openWorkspace(path.join(folder, 'workspace.sqlite'))
  expect(recorded()).toEqual([40, 40, 2])
})

test('thousands are deleted while others are recorded', async () => {
  const ids = Array.from({ length: 3000 }, (_, number) => `old-${number}`)
  for (const id of ids) workspace.exchanges.add({ ...exchange, id, environmentId: 'a0' })
  const over = new AbortController()
  const recording = (async () => {
    let count = 0
    for (; !over.signal.aborted && count < 100_000; count += 1) {
      workspace.exchanges.add({ ...exchange, id: `new-${count}`, environmentId: 'a0' })
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    return count
  })()
  expect(await deleteExchanges({ workspace }, { kind: 'search', searchId: 's' }, async () => ids)).toBe(3000)
  over.abort()
  const count = await recording
  expect(count).toBeGreaterThan(0)
  expect(workspace.exchanges.recordedAfter(0, 100_000)).toHaveLength(3 + count)
})

test('a workspace whose file is gone fails, and nothing waits for ever', async () => {
  const { remove, close } = exchangeRemover({
    workspace: { ...workspace, path: path.join(folder, 'nowhere', 'w.sqlite') },
  })
  await expect(remove({ ids: ['e-a0'], keeps: 'nothing' })).rejects.toThrow(/open/)
  await close()
})
