import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { reportProgress } from '../../../electron/core/flow/report-progress.ts'

function reporting() {
  const reported: string[] = []
  return { reported, onPhase: reportProgress((phase) => reported.push(phase)) }
}

test('nothing is reported of a request that is over at once', async () => {
  const { reported, onPhase } = reporting()
  for (const phase of ['connect', 'send', 'wait', 'download', 'done'] as const) onPhase(phase)
  await pause(300)
  expect(reported).toEqual([])
})

test('of a request that takes its time the newest phase is reported, and each that comes later', async () => {
  const { reported, onPhase } = reporting()
  onPhase('connect')
  onPhase('wait')
  await expect.poll(() => reported).toEqual(['wait'])
  onPhase('download')
  await expect.poll(() => reported).toEqual(['wait', 'download'])
  onPhase('done')
})

test('a redirect that is followed is reported of as well', async () => {
  const { reported, onPhase } = reporting()
  onPhase('download')
  onPhase('done')
  onPhase('connect')
  await expect.poll(() => reported).toEqual(['connect'])
  onPhase('done')
})
