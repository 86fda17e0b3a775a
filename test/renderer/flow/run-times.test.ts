import { expect, test } from 'vitest'
import { runTimes } from '../../../renderer/features/flow/run-text.ts'

const at = (time: string) => ({ startedAt: new Date(`2026-11-29T${time}`).getTime() })

test('two runs of one minute have their seconds, so that they can be told apart', () => {
  const runs = [at('12:46:31'), at('12:46:02'), at('12:40:00')]
  const timeOf = runTimes(runs, at('12:50:00').startedAt)
  expect(runs.map(timeOf)).toEqual(['12:46:31', '12:46:02', '12:40'])
})

test('a run of another day has its date', () => {
  const run = at('12:40:00')
  expect(runTimes([run], new Date('2026-11-30T09:00').getTime())(run)).toBe('2026-11-29 12:40')
})
