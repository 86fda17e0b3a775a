import { expect, test } from 'vitest'
import { wrongAudience } from '../../../../electron/core/review/checks/wrong-audience.ts'
import { reviewCase } from '../../../support/review-case.ts'
import { proof } from '../../../support/review-exchange.ts'
import { probeResult } from '../../../support/review-parts.ts'

const look = (known: Parameters<typeof reviewCase>[0] = {}) => wrongAudience.look(reviewCase(known))[0]
const probed = (...[result, evidence]: [Parameters<typeof probeResult>[1], Record<string, string>]) => ({
  wrong_audience: probeResult('wrong_audience', result, evidence),
})
const refused = proof('wrong_audience_refused')

test('nothing is known before the probe', () => expect(look().code).toBe('wrong_audience_not_probed'))

test('a token for another audience that is refused passes, one that is accepted is at risk', () => {
  expect(look({ probes: probed('holds', { status: '401' }) })).toMatchObject({
    code: 'wrong_audience_refused',
    evidence: { status: '401' },
  })
  expect(look({ probes: probed('fails', { status: '200', audience: 'https://billing.example' }) })).toMatchObject({
    code: 'wrong_audience_accepted',
    evidence: { status: '200', audience: 'https://billing.example' },
  })
})

test('a call that was refused for its audience proves the same without a probe', () => {
  expect(look({ proofs: [refused] })).toMatchObject({
    code: 'wrong_audience_refused',
    evidence: { status: '401' },
    seen: [{ kind: 'status', value: '401', exchangeId: 'exchange-3' }],
  })
  const unclear = probed('unclear', { why: 'same_audience' })
  expect(look({ proofs: [refused], probes: unclear }).code).toBe('wrong_audience_refused')
})

test('a probe that found it accepted counts more', () => {
  expect(look({ proofs: [refused], probes: probed('fails', {}) }).code).toBe('wrong_audience_accepted')
})

test('answers that say nothing leave it open, with why', () => {
  expect(look({ probes: probed('unclear', { why: 'same_audience' }) })).toMatchObject({
    code: 'wrong_audience_unclear',
    evidence: { why: 'same_audience' },
  })
})

test('why the probe cannot be sent is said: to run it was advised all the same', () => {
  expect(look({ noProbe: { wrong_audience: 'no_safe_call' } })).toMatchObject({
    code: 'wrong_audience_not_probed',
    evidence: { cannot: 'no_safe_call' },
  })
})
