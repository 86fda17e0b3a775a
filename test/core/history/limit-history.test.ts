import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { limitHistory } from '../../../electron/core/history/limit-history.ts'
import { openWorkspace, type Workspace } from '../../../electron/core/workspace/workspace.ts'
import { exchange } from '../evidence/exchange.ts'

const day = 86_400_000
const today = Date.UTC(2026, 10, 30)
let folder: string
let file: string
let workspace: Workspace

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-limit-'))
  file = path.join(folder, 'workspace.sqlite')
  workspace = openWorkspace(file)
})
afterEach(() => {
  workspace.close()
  rmSync(folder, { recursive: true })
})

/** Records exchanges of these ages in days, in this order; `size` adds characters to each. */
function record(ages: readonly number[], size = 0): void {
  const response = exchange.response
  if (response === null) throw new Error('It has an answer.')
  const body = { ...response.body, text: 'x'.repeat(size) }
  for (const [number, age] of ages.entries()) {
    workspace.exchanges.add({
      ...exchange,
      id: `e${number}`,
      startedAt: today - age * day,
      response: { ...response, body },
    })
  }
}

const left = () => workspace.exchanges.recordedAfter(0, 10_000).map(({ id }) => id)

interface Round {
  days?: number
  megabytes?: number
  now?: number
  /** Steps after which the app ends. */
  steps?: number
}

function round({ days = 90, megabytes = 500, now = today, steps = Infinity }: Round = {}): Promise<number> {
  let taken = 0
  const pause = async () => (taken += 1) <= steps
  const { exchanges } = workspace
  const remove = async (ids: readonly string[]) => exchanges.delete(ids, 'marked')
  return limitHistory({ exchanges, remove, ageOf: (sentAt) => now - sentAt, pause }, { days, megabytes })
}

test('what is older than the limit is removed, and nothing that is not', async () => {
  record([200, 91, 90, 89, 0])
  expect(await round()).toBe(2)
  expect(left()).toEqual(['e2', 'e3', 'e4'])
  expect(await round()).toBe(0)
})

test('with a limit of 0 nothing is too old, and nothing too much', async () => {
  record([4000, 0], 1_000_000)
  expect(await round({ days: 0, megabytes: 0 })).toBe(0)
  expect(await round({ days: 90, megabytes: 0 })).toBe(1)
})

test('pinned exchanges and those with a note stay, also where the mark is damaged', async () => {
  record([200, 199, 198, 197])
  workspace.exchangeMarks.setPinned(['e0'], true)
  workspace.exchangeMarks.setNote('e1', 'Ask the operator')
  workspace.exchangeMarks.setNote('e2', 'Damaged')
  const database = new DatabaseSync(file)
  database.exec(`UPDATE exchange_marks SET checksum = x'00' WHERE exchange_id = 'e2'`)
  database.close()
  expect(await round()).toBe(1)
  expect(left()).toEqual(['e0', 'e1', 'e2'])
  expect(workspace.exchangeMarks.get('e1').note).toBe('Ask the operator')
})

test('an exchange that was recorded while the clock was years behind is not removed as soon as the clock is right', async () => {
  record([10, 5, 3000, 2])
  expect(await round()).toBe(0)
  expect(left()).toEqual(['e0', 'e1', 'e2', 'e3'])
  expect(await round({ now: today + 86 * day })).toBe(3)
  expect(left()).toEqual(['e3'])
})

test('exchanges of a clock that was ahead neither go nor keep older ones', async () => {
  record([200, -500, 199, 5])
  expect(await round()).toBe(2)
  expect(left()).toEqual(['e1', 'e3'])
})

test('a clock that is set back removes nothing', async () => {
  record([200, 100, 5])
  expect(await round({ now: today - 3000 * day })).toBe(0)
})

test('of more than the limit what was recorded first goes, until it fits', async () => {
  record([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 1_000_000)
  workspace.exchangeMarks.setPinned(['e0'], true)
  expect(await round({ megabytes: 10 })).toBe(3)
  expect(left()).toEqual(['e0', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9', 'e10', 'e11'])
  expect(await round({ megabytes: 10 })).toBe(0)
})

test('what else is in the workspace does not cost exchanges', async () => {
  record([1, 2], 1000)
  workspace.sealed.put('age_identity', Buffer.alloc(11_000_000))
  expect(workspace.exchanges.bytesOfAll()).toBeGreaterThan(10_000_000)
  expect(await round({ megabytes: 10 })).toBe(0)
})

test('a round that the end of the app cuts off has removed the oldest, and the next goes on', async () => {
  record(Array.from({ length: 100 }, (_, index) => 300 - index))
  expect(await round({ steps: 2 })).toBe(40)
  expect(left()[0]).toBe('e40')
  expect(await round()).toBe(60)
})

test('what came of an exchange goes with it, and who listens hears of each that is gone', async () => {
  record([200, 1])
  const gone: string[] = []
  workspace.onHistoryChange({ changed: () => {}, gone: (ids) => gone.push(...ids) })
  workspace.exchanges.conclude('e0', {
    verdict: 'good',
    outcome: 'issued',
    findings: [],
    token: null,
    environmentName: '',
  })
  await round()
  expect(gone).toEqual(['e0'])
  const database = new DatabaseSync(file)
  expect(database.prepare('SELECT count(*) AS count FROM conclusions').get()).toEqual({ count: 0 })
  database.close()
})
