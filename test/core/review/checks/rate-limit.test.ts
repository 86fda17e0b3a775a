import { expect, test } from 'vitest'
import { rateLimit } from '../../../../electron/core/review/checks/rate-limit.ts'
import { reviewCase } from '../../../support/review-case.ts'
import { codeOf, probeResult } from '../../../support/review-parts.ts'

const { usage } = reviewCase()
const limitedBy = (known: Partial<typeof usage.limited>) => ({ ...usage, limited: { ...usage.limited, ...known } })
const probed = (...[result, evidence]: [Parameters<typeof probeResult>[1], Record<string, string>?]) => ({
  rate_limit: probeResult('rate_limit', result, evidence),
})
const code = codeOf(rateLimit)

test('a limit is not known where none was seen', () => expect(code()).toBe('rate_limit_not_seen'))

test('an answer 429 shows a limit, and so does a header field that announces one', () => {
  expect(code({ usage: limitedBy({ count: 2, exchangeId: 'e', at: 1 }) })).toBe('rate_limit_seen')
  expect(code({ usage: limitedBy({ announced: 'RateLimit-Limit: 100' }) })).toBe('rate_limit_announced')
})

test('the exchange that was limited is what was seen', () => {
  const [{ seen }] = rateLimit.look(reviewCase({ usage: limitedBy({ count: 2, exchangeId: 'e', at: 1 }) }))
  expect(seen).toEqual([{ kind: 'status', name: 'status', value: '429', exchangeId: 'e', at: 1 }])
})

test('the probe says whether wrong credentials are slowed down', () => {
  expect(code({ probes: probed('holds', { attempts: '11', status: '429' }) })).toBe('wrong_credentials_limited')
  expect(code({ probes: probed('fails', { attempts: '20' }) })).toBe('wrong_credentials_not_limited')
})

test('a limit that was seen is higher than what the probe sent', () => {
  const usage = limitedBy({ announced: 'X-RateLimit-Limit: 1000' })
  expect(code({ usage, probes: probed('fails', { attempts: '20' }) })).toBe('rate_limit_announced')
})

test('answers that say nothing leave it unknown, and why', () => {
  const [finding] = rateLimit.look(reviewCase({ probes: probed('unclear', { why: 'server_error' }) }))
  expect([finding.code, finding.evidence]).toEqual(['rate_limit_unclear', { why: 'server_error' }])
})
