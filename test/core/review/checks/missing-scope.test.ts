import { expect, test } from 'vitest'
import { missingScope } from '../../../../electron/core/review/checks/missing-scope.ts'
import { reviewCase } from '../../../support/review-case.ts'
import { codeOf, probeResult } from '../../../support/review-parts.ts'

const code = codeOf(missingScope)
const refused = { ...reviewCase().usage, scopeRefusals: { count: 2, exchangeId: 'e', at: 1 } }
const probed = (...[result, evidence]: [Parameters<typeof probeResult>[1], Record<string, string>?]) => ({
  missing_scope: probeResult('missing_scope', result, evidence),
})

test('whether the API checks scopes is not known without a probe and without a refusal', () => {
  expect(code()).toBe('scope_check_not_probed')
})

test('a refusal for a missing scope shows that the API checks', () => {
  expect(code({ usage: refused })).toBe('scope_refusal_seen')
})

test('the probe says whether a token without the scope is served', () => {
  expect(code({ probes: probed('holds', { scope: 'orders:read', status: '403' }) })).toBe('missing_scope_refused')
  expect(code({ probes: probed('fails', { scope: 'orders:read', status: '200' }) })).toBe('missing_scope_accepted')
})

test('a token that was let through outweighs refusals that were seen earlier', () => {
  expect(code({ usage: refused, probes: probed('fails', { status: '200' }) })).toBe('missing_scope_accepted')
})

test('a probe that does not say takes nothing back', () => {
  expect(code({ probes: probed('unclear', { why: 'scope_granted' }) })).toBe('scope_check_unclear')
  expect(code({ usage: refused, probes: probed('unclear', { why: 'scope_granted' }) })).toBe('scope_refusal_seen')
})

test('a reason that we do not know reads as an answer that cannot be read', () => {
  const [{ evidence }] = missingScope.look(reviewCase({ probes: probed('unclear', { why: '<b>' }) }))
  expect(evidence).toEqual({ why: 'not_readable' })
})
