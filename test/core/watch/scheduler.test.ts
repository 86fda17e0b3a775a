import { expect, test } from 'vitest'
import type { Watch } from '../../../electron/contract/watch.ts'
import { createScheduler, type Turn } from '../../../electron/core/watch/scheduler.ts'

const minute = 60_000
const watch = (environmentId: string, minutes = 5): Watch => ({
  environmentId,
  minutes,
  callId: null,
  introspects: false,
})

/** A scheduler by a clock that a test moves; `asleep` lets time go by in which no timer runs. */
function scheduled(came: (environmentId: string) => Promise<Turn> = async () => ({ kind: 'done', verdict: 'good' })) {
  let at = 1_000_000_000
  const timers = new Map<number, { due: number; run: () => void }>()
  let count = 0
  const turns: { id: string; at: number }[] = []
  const scheduler = createScheduler({
    now: () => at,
    later: (run, milliseconds) => {
      count += 1
      const name = count
      timers.set(name, { due: at + milliseconds, run })
      return () => timers.delete(name)
    },
    turn: ({ environmentId }) => {
      turns.push({ id: environmentId, at })
      return came(environmentId)
    },
    changed: () => {},
  })
  async function pass(milliseconds: number): Promise<void> {
    const end = at + milliseconds
    for (;;) {
      const [next] = [...timers].toSorted(([, one], [, other]) => one.due - other.due)
      if (next === undefined || next[1].due > end) break
      timers.delete(next[0])
      at = Math.max(at, next[1].due)
      next[1].run()
      for (let index = 0; index < 5; index += 1) await Promise.resolve()
    }
    at = end
  }
  return { scheduler, turns, pass, asleep: (milliseconds: number) => (at += milliseconds), at: () => at }
}

test('a watch has its first turn when it is due, and then one after each interval', async () => {
  const { scheduler, turns, pass } = scheduled()
  scheduler.set(watch('one'), 0)
  await pass(16 * minute)
  expect(turns).toHaveLength(4)
  expect(scheduler.list()).toMatchObject([{ lastVerdict: 'good', paused: null }])
})

test('after a sleep each watch has one turn, not at once, and not all of them in one second', async () => {
  const { scheduler, turns, pass, asleep, at } = scheduled()
  for (let index = 0; index < 10; index += 1) scheduler.set(watch(String(index), 1), 0)
  await pass(30_000)
  turns.length = 0
  asleep(8 * 60 * minute)
  const woken = at()
  await pass(40_000)
  expect(turns).toHaveLength(10)
  expect(new Set(turns.map((turn) => turn.at)).size).toBe(10)
  expect(Math.min(...turns.map((turn) => turn.at)) - woken).toBeGreaterThanOrEqual(15_000)
})

test('a clock that is set back does not keep a watch waiting for longer than its interval', async () => {
  const { scheduler, turns, pass, asleep } = scheduled()
  scheduler.set(watch('one'), 0)
  await pass(minute)
  turns.length = 0
  asleep(-24 * 60 * minute)
  await pass(24 * 60 * minute + 6 * minute)
  expect(turns.length).toBeGreaterThan(0)
})

test('a turn that is still under way is not begun again, and others go on', async () => {
  const { scheduler, turns, pass } = scheduled((id) =>
    id === 'slow' ? new Promise(() => {}) : Promise.resolve({ kind: 'done', verdict: 'failed' }),
  )
  scheduler.set(watch('slow', 1), 0)
  scheduler.set(watch('other', 1), 0)
  await pass(5 * minute)
  expect(turns.filter(({ id }) => id === 'slow')).toHaveLength(1)
  expect(turns.filter(({ id }) => id === 'other').length).toBeGreaterThan(3)
})

test('why a turn was left out is said, until one is not', async () => {
  let came: Turn = { kind: 'paused', why: 'secret_asked' }
  const { scheduler, pass } = scheduled(async () => came)
  scheduler.set(watch('one', 1), 0)
  await pass(minute / 2)
  expect(scheduler.list()).toMatchObject([{ paused: 'secret_asked', lastAt: null }])
  came = { kind: 'done', verdict: 'noted' }
  await pass(minute)
  expect(scheduler.list()).toMatchObject([{ paused: null, lastVerdict: 'noted' }])
})

test('a watch that is ended has no turn, and one of an environment that is gone ends', async () => {
  const { scheduler, turns, pass } = scheduled(async () => ({ kind: 'gone' }))
  scheduler.set(watch('ended', 1), 1000)
  scheduler.set(watch('gone', 1), 0)
  scheduler.end('ended')
  await pass(10 * minute)
  expect(turns.map(({ id }) => id)).toEqual(['gone'])
  expect(scheduler.list()).toEqual([])
})
