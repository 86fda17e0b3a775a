import { expect, test } from 'vitest'
import type { FlowProgress } from '../../../electron/contract/flow.ts'
import { reportPhases } from '../../../electron/core/flow-run/progress.ts'

const about = { runId: 'r', environmentId: 'e', act: 'call' } as const
const request = { purpose: 'api', method: 'GET', url: 'https://api.example/' } as const

function reporting() {
  const reported: FlowProgress[] = []
  const clock = { now: 1000, up: 0 }
  const deps = { now: () => clock.now, uptime: () => clock.up }
  return { reported, clock, onRequest: reportPhases(deps, about, (progress) => reported.push(progress)) }
}

test('a phase tells how long those before it took, by a clock that nobody sets', () => {
  const { reported, clock, onRequest } = reporting()
  const onPhase = onRequest(request)
  onPhase('connect')
  clock.up = 5
  clock.now = 1
  onPhase('tls')
  onPhase('tls')
  clock.up = 17
  onPhase('send')
  onPhase('done')
  expect(reported).toEqual([
    { ...about, ...request, startedAt: 1000, phase: 'connect', elapsed: [] },
    { ...about, ...request, startedAt: 1000, phase: 'tls', elapsed: [{ phase: 'connect', ms: 5 }] },
    {
      ...about,
      ...request,
      startedAt: 1000,
      phase: 'send',
      elapsed: [
        { phase: 'connect', ms: 5 },
        { phase: 'tls', ms: 12 },
      ],
    },
  ])
})

test('the next request of an act begins with no phase behind it', () => {
  const { reported, onRequest } = reporting()
  onRequest(request)('wait')
  onRequest({ ...request, url: 'https://api.example/moved' })('send')
  expect(reported.map(({ url, elapsed }) => [new URL(url).pathname, elapsed.length])).toEqual([
    ['/', 0],
    ['/moved', 0],
  ])
})
