import { expect, test } from 'vitest'
import { History } from '../../../electron/core/history/history.ts'
import { indexInMemory } from '../../../electron/core/history/index-file.ts'
import { recordingIn } from '../history/workspace-of-history.ts'

const now = new Date(2026, 10, 28, 14, 20).getTime()
const hour = 3_600_000

function activityOf(starts: readonly number[]) {
  const recording = recordingIn()
  for (const [number, startedAt] of starts.entries()) {
    recording.add({ id: `e${number}`, startedAt, environmentId: number === 9 ? 'other' : 'one' })
  }
  const history = new History(recording.database, indexInMemory())
  history.catchUp(Infinity)
  return { ...recording, history }
}

test('figures of an environment are read of the index', () => {
  const { history } = activityOf([now - hour, now - 2 * hour, now - 40 * 24 * hour])
  expect(history.activity('one', '7d', now)).toMatchObject({
    tokenRequests: 2,
    median: 86,
    lastBefore: now - 40 * 24 * hour,
    notIndexed: 0,
  })
})

test('an environment without exchanges, and one that does not exist, have none', () => {
  const { history } = activityOf([now - hour])
  expect(history.activity('nobody', '30d', now)).toMatchObject({ tokenRequests: 0, lastBefore: null, median: null })
})

test('a year without requests has the last of them before the range', () => {
  const { history } = activityOf([now - 400 * 24 * hour])
  expect(history.activity('one', '30d', now)).toMatchObject({ tokenRequests: 0, lastBefore: now - 400 * 24 * hour })
})
