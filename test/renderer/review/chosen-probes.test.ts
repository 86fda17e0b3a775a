import { expect, test } from 'vitest'
import type { PlannedRequest, ProbeResult, ProbeState } from '../../../electron/contract/review.ts'
import type { Probe } from '../../../electron/vocabulary/review.ts'
import { chosenAtFirst, hostsOf, plannedOf, runProbesText } from '../../../renderer/features/review/chosen-probes.ts'

const request = (url: string): PlannedRequest => ({
  step: 'ask_by_http',
  method: 'GET',
  url,
  carries: 'nothing',
  times: 1,
})

function state(probe: Probe, { isRun = false, url = 'https://id.example/token' } = {}): ProbeState {
  const last: ProbeResult = { probe, at: 1, result: 'holds', evidence: {}, seen: [] }
  return { probe, plan: { kind: 'requests', requests: [request(url)] }, last: isRun ? last : null }
}

const impossible: ProbeState = { probe: 'plain_http', plan: { kind: 'not_possible', why: 'no_https' }, last: null }

test('at first what was not run is chosen, and all where all were', () => {
  const states = [state('published', { isRun: true }), state('revocation'), impossible]
  expect(chosenAtFirst(states, [])).toEqual(['revocation'])
  expect(chosenAtFirst(states.slice(0, 1), [])).toEqual(['published'])
})

test('wrong credentials are chosen only where they were asked for', () => {
  const states = [state('published'), state('rate_limit')]
  expect(chosenAtFirst(states, [])).toEqual(['published'])
  expect(chosenAtFirst([state('published', { isRun: true }), state('rate_limit')], [])).toEqual(['published'])
  expect(chosenAtFirst(states, ['rate_limit'])).toEqual(['rate_limit'])
  expect(runProbesText(states)).toBe('Run 1 probe…')
})

test('what was asked for is chosen alone, and no other where it cannot be sent', () => {
  const states = [state('published', { isRun: true }), state('revocation'), impossible]
  expect(chosenAtFirst(states, ['published'])).toEqual(['published'])
  expect(chosenAtFirst(states, ['plain_http'])).toEqual([])
})

test('only requests of chosen probes are planned', () => {
  const states = [state('published'), state('revocation', { url: 'http://api.example:81/orders' }), impossible]
  expect(plannedOf(states, new Set(['revocation', 'plain_http']))).toHaveLength(1)
  expect(hostsOf(plannedOf(states, new Set(['published', 'revocation'])))).toEqual(['id.example', 'api.example:81'])
})

test('the button says how many are left', () => {
  expect(runProbesText([state('published'), state('revocation')])).toBe('Run 2 probes…')
  expect(runProbesText([state('published', { isRun: true }), state('revocation')])).toBe('Run 1 probe…')
  expect(runProbesText([state('published', { isRun: true })])).toBe('Run probes again…')
  expect(runProbesText([impossible])).toBe('Run probes…')
})
