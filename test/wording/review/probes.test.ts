import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { PlannedRequest, ProbeState } from '../../../electron/contract/review.ts'
import {
  plannedLine,
  probeResultText,
  probesRunText,
  probeTitles,
  requestsText,
} from '../../../electron/wording/review/probes.ts'

const token: PlannedRequest = {
  step: 'request_token',
  method: 'POST',
  url: 'https://id.example/token',
  carries: 'client_credentials',
  times: 1,
}
const wrong: PlannedRequest = { ...token, step: 'wrong_credentials', carries: 'made_up_credentials', times: 20 }

test('a planned request says what it does, where it goes and what goes along', () => {
  expect(plannedLine(token)).toBe(
    'Request a token for the probe: POST https://id.example/token, with client credentials',
  )
  expect(plannedLine(wrong)).toBe(
    'Request a token with wrong credentials, up to 20 times: POST https://id.example/token, with made-up credentials',
  )
})

test('requests are counted, those that may be fewer as at most', () => {
  expect(requestsText([token])).toBe('1 request')
  expect(requestsText([token, token])).toBe('2 requests')
  expect(requestsText([token, wrong])).toBe('at most 21 requests')
})

test('a probe whose answers do not say is unclear, with why where that is known', () => {
  expect(probeResultText({ result: 'holds', evidence: {} })).toBe('Confirmed')
  expect(probeResultText({ result: 'unclear', evidence: { why: 'no_token' } })).toBe(
    'Unclear: no token was issued for the probe',
  )
  expect(probeResultText({ result: 'unclear', evidence: { why: 'toString' } })).toBe('Unclear: the answers do not say')
})

test('probes that were run are counted among those that are possible', () => {
  const possible: ProbeState = { probe: 'plain_http', plan: { kind: 'requests', requests: [token] }, last: null }
  const last = { probe: 'plain_http', at: 0, result: 'holds', evidence: {}, seen: [] } as const
  const notPossible: ProbeState = { ...possible, plan: { kind: 'not_possible', why: 'no_https' } }
  expect(probesRunText([possible, { ...possible, last }, notPossible])).toBe('1 of 2 probes run')
  expect(probesRunText([possible])).toBe('0 of 1 probe run')
  expect(probesRunText([notPossible])).toBe(null)
})

test('the page on probes names each as the app does', () => {
  const page = readFileSync('docs/probes.md', 'utf8')
  expect(Object.values(probeTitles).filter((title) => !page.includes(`| ${title} |`))).toEqual([])
})
