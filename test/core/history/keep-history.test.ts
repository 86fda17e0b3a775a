import { afterEach, expect, test } from 'vitest'
import { keepHistory } from '../../../electron/core/history/keep-history.ts'
import { openWorkspace, type Workspace } from '../../../electron/core/workspace/workspace.ts'
import { exchange } from '../evidence/exchange.ts'

const day = 86_400_000
let workspace: Workspace
let end = (): void => {}

afterEach(() => {
  end()
  workspace.close()
})

/** The app with two clocks that a test moves: `sleep` moves both. It starts with a clock that is some days ahead. */
function started(ages: readonly number[], ahead = 0) {
  workspace = openWorkspace(':memory:')
  const clock = { now: Date.UTC(2026, 10, 30), uptime: 0 }
  for (const [number, age] of ages.entries()) {
    workspace.exchanges.add({ ...exchange, id: `e${number}`, startedAt: clock.now - age * day })
  }
  clock.now += ahead * day
  let due: { at: number; run: () => void }[] = []
  const notices: string[] = []
  end = keepHistory({
    now: () => clock.now,
    uptime: () => clock.uptime,
    workspace,
    failed: (error) => notices.push(String(error)),
    notify: ({ kind }) => notices.push(kind),
    later: (run, milliseconds) => {
      const timer = { at: clock.uptime + milliseconds, run }
      due.push(timer)
      return () => {
        due = due.filter((each) => each !== timer)
      }
    },
  })
  return {
    clock,
    notices,
    left: () => workspace.exchanges.recordedAfter(0, 100).map(({ id }) => id),
    /** Lets time go by, in steps of half a second. */
    sleep: async (milliseconds: number, meanwhile = (): void => {}) => {
      for (let passed = 0; passed < milliseconds; passed += 500) {
        clock.now += 500
        clock.uptime += 500
        meanwhile()
        const now = due.filter(({ at }) => at <= clock.uptime)
        due = due.filter((timer) => !now.includes(timer))
        for (const { run } of now) run()
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
  }
}

test('what is too old is removed, and the window hears of it', async () => {
  const { sleep, left, notices } = started([100, 1])
  await sleep(10_000)
  expect(left()).toEqual(['e1'])
  expect(notices).toEqual(['exchanges_changed'])
})

test('nothing is removed while requests are sent', async () => {
  const { sleep, left, clock } = started([100, 1])
  let count = 0
  await sleep(20_000, () => {
    count += 1
    workspace.exchanges.add({ ...exchange, id: `new-${count}`, startedAt: clock.now })
  })
  expect(left()[0]).toBe('e0')
  await sleep(10_000)
  expect(left()[0]).toBe('e1')
})

test('a lower limit holds within a minute or two', async () => {
  const { sleep, left } = started([20, 1])
  await sleep(10_000)
  expect(left()).toEqual(['e0', 'e1'])
  workspace.historyLimits.set({ days: 7 })
  await sleep(120_000)
  expect(left()).toEqual(['e1'])
})

test('a clock that jumps ahead or back while the app runs removes nothing', async () => {
  const { sleep, left, clock } = started([60, 1])
  await sleep(10_000)
  for (const jump of [3000 * day, -6000 * day, 3000 * day]) {
    clock.now += jump
    await sleep(3_700_000)
    expect(left()).toEqual(['e0', 'e1'])
  }
})

test('a clock that is years ahead at the start removes nothing, also where requests are sent meanwhile', async () => {
  const { sleep, left, clock } = started([60, 1], 3000)
  workspace.exchanges.add({ ...exchange, id: 'new', startedAt: clock.now })
  await sleep(3_700_000)
  expect(left()).toEqual(['e0', 'e1', 'new'])
})

test('limits that are gone remove nothing, and one that is set again holds', async () => {
  const { sleep, left } = started([20, 1])
  workspace.historyLimits.set({ days: 7 })
  workspace.onlyConnection?.exec('DELETE FROM history_limits')
  await sleep(120_000)
  expect(left()).toEqual(['e0', 'e1'])
  workspace.historyLimits.set({ days: 7 })
  await sleep(120_000)
  expect(left()).toEqual(['e1'])
})

test('nothing goes on once the app ends, also where a round was under way', async () => {
  const { sleep, left } = started([100, 1])
  end()
  await sleep(10_000)
  expect(left()).toEqual(['e0', 'e1'])
})

test('a disk that is full ends a round, and the next hour tries again', async () => {
  const { sleep, left, notices } = started([100, 1])
  const { delete: remove } = workspace.exchanges
  workspace.exchanges.delete = () => {
    workspace.exchanges.delete = remove
    throw new Error('The disk is full.')
  }
  await sleep(10_000)
  expect(left()).toEqual(['e0', 'e1'])
  expect(notices).toEqual(['Error: The disk is full.'])
  await sleep(3_700_000)
  expect(left()).toEqual(['e1'])
})
