import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Notice } from '../../../electron/contract/events.ts'
import { exportHistory, historyExport } from '../../../renderer/state/history-export.ts'

const chosen = { kind: 'search', searchId: 'found' } as const
const saved = { kind: 'saved', path: '/history.har' }
let calls: { id: string; answer: (reply: unknown) => void }[]
let cancelled: string[]
let listeners: Set<(notice: Notice) => void>

beforeEach(() => {
  calls = []
  cancelled = []
  listeners = new Set()
  vi.stubGlobal('window', {
    ccx: {
      exportHistory: (id: string) => new Promise((answer) => calls.push({ id, answer })),
      cancel: (id: string) => cancelled.push(id),
      onNotice: (listener: (notice: Notice) => void) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
  })
})

afterEach(() => vi.unstubAllGlobals())

const say = (flowId: string, done: number) => {
  for (const listener of listeners) listener({ kind: 'export_progress', flowId, done, total: 3000 })
}

test('an export says how far it is, by its own notices only, and nothing once it ended', async () => {
  expect(historyExport()).toBeNull()
  const outcome = exportHistory({ chosen, format: 'har' })
  expect(historyExport()).toMatchObject({ done: null })
  say('another', 1)
  expect(historyExport()).toMatchObject({ done: null })
  say(calls[0]?.id ?? '', 1200)
  expect(historyExport()).toMatchObject({ done: { done: 1200, total: 3000 } })
  historyExport()?.cancel()
  expect(cancelled).toEqual([calls[0]?.id])
  calls[0]?.answer({ ok: true, value: saved })
  expect(await outcome).toEqual(saved)
  expect(historyExport()).toBeNull()
  expect(listeners.size).toBe(0)
})

test('a second export is not begun while one is under way, and one that fails leaves the way free', async () => {
  const first = exportHistory({ chosen, format: 'har' })
  expect(await exportHistory({ chosen, format: 'jsonl' })).toEqual({ kind: 'cancelled' })
  expect(calls).toHaveLength(1)
  calls[0]?.answer({ ok: false, code: 'internal', message: 'The disk is full.' })
  await expect(first).rejects.toThrow('The disk is full.')
  expect(historyExport()).toBeNull()
})
