import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import type { Notice } from '../../electron/contract/events.ts'
import { openWorkspace, type Workspace } from '../../electron/core/workspace/workspace.ts'
import { exchange } from '../core/evidence/exchange.ts'
import { allExchanges } from '../../electron/common/all-exchanges.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'
import { newestEvents } from '../support/newest-events.ts'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

function workspaceOf(where: 'memory' | 'file'): Workspace {
  if (where === 'memory') return openWorkspace(':memory:')
  const folder = mkdtempSync(path.join(tmpdir(), 'export-'))
  ends.push(() => rmSync(folder, { recursive: true, force: true }))
  return openWorkspace(path.join(folder, 'workspace.sqlite'))
}

function appWith(count: number, workspace: Workspace, change: Parameters<typeof openTestApi>[1] = {}): TestApi {
  const app = openTestApi(null, { workspace, ...change })
  ends.push(app.close)
  for (let number = 0; number < count; number += 1) {
    workspace.exchanges.add({ ...exchange, id: `e${number}`, startedAt: 1000 + number, environmentId: null })
  }
  return app
}

const idsIn = (text: string | undefined): string[] =>
  (text ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => String(JSON.parse(line).id))

test.each(['memory', 'file'] as const)(
  'all that a search found is exported, oldest first, from a workspace in %s',
  async (where) => {
    const { api, saved, workspace } = appWith(300, workspaceOf(where))
    const { searchId } = await api.searchHistory(allExchanges, context)
    const done = await api.exportHistory({ chosen: { kind: 'search', searchId }, format: 'jsonl' }, context)
    expect(done).toEqual({ kind: 'saved', path: '/chosen/history.jsonl' })
    expect(idsIn(saved.get('history.jsonl'))).toEqual(Array.from({ length: 300 }, (_, number) => `e${number}`))
    expect(newestEvents(workspace, 1)).toMatchObject([
      { kind: 'history_exported', detail: { count: '300', format: 'jsonl' } },
    ])
  },
)

test('exchanges that are named are exported, as far as they are there', async () => {
  const { api, saved } = appWith(5, workspaceOf('memory'))
  const chosen = { kind: 'ids' as const, ids: ['e4', 'gone', 'e1'] }
  await api.exportHistory({ chosen, format: 'jsonl' }, context)
  expect(idsIn(saved.get('history.jsonl'))).toEqual(['e1', 'e4'])
  await api.exportHistory({ chosen, format: 'har' }, context)
  expect(JSON.parse(saved.get('history.har') ?? '').log.entries).toHaveLength(2)
})

test('nothing is asked where there is nothing to export', async () => {
  const saveInParts = async (): Promise<never> => Promise.reject(new Error('asked'))
  const { api } = appWith(1, workspaceOf('memory'), { saveInParts })
  const nothing = { kind: 'failed', reason: { code: 'nothing_to_export' } }
  for (const chosen of [
    { kind: 'ids' as const, ids: ['gone'] },
    { kind: 'search' as const, searchId: 'old' },
  ]) {
    expect(await api.exportHistory({ chosen, format: 'har' }, context)).toMatchObject(nothing)
  }
})

test('an export that is cancelled, goes nowhere or cannot be written says so, and is not recorded', async () => {
  const cancelled = new AbortController()
  const workspace = workspaceOf('memory')
  let outcome: (parts: AsyncIterable<string>) => Promise<string | null> = async () => null
  const notices: Notice[] = []
  const { api } = appWith(3000, workspace, {
    saveInParts: (_name, parts) => outcome(parts),
    notify: (notice) => notices.push(notice),
  })
  const { searchId } = await api.searchHistory(allExchanges, context)
  const run = (signal: AbortSignal) =>
    api.exportHistory({ chosen: { kind: 'search', searchId }, format: 'har' }, { flowId: 'flow', signal })
  expect(await run(context.signal)).toEqual({ kind: 'cancelled' })
  outcome = () => Promise.reject(new Error('ENOSPC: no space left on device'))
  expect(await run(context.signal)).toMatchObject({ kind: 'failed', reason: { code: 'file_not_written' } })
  outcome = async (parts) => {
    for await (const _part of parts) cancelled.abort()
    return 'written'
  }
  expect(await run(cancelled.signal)).toEqual({ kind: 'cancelled' })
  expect(newestEvents(workspace, 10)).toEqual([])
})

test.each(['memory', 'file'] as const)('all that a search found is deleted from a workspace in %s', async (where) => {
  const { api, workspace } = appWith(2500, workspaceOf(where))
  const searchId = await vi.waitFor(async () => {
    const found = await api.searchHistory(allExchanges, context)
    expect(found).toMatchObject({ found: 2500, notIndexed: 0 })
    return found.searchId
  }, 20_000)
  expect(await api.deleteHistory({ kind: 'search', searchId }, context)).toBe(2500)
  expect(workspace.exchanges.list(null, 10)).toEqual([])
})
