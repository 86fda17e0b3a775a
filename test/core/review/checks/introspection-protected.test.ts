import { expect, test } from 'vitest'
import type { Headers } from '../../../../electron/contract/exchange.ts'
import { requestFacts } from '../../../../electron/core/flow/facts/request-facts.ts'
import { introspectionProtected } from '../../../../electron/core/review/checks/introspection-protected.ts'
import { reviewCase } from '../../../support/review-case.ts'
import { answered, recorded, tls } from '../../../support/review-exchange.ts'
import { probeResult } from '../../../support/review-parts.ts'

const url = 'https://id.example/introspect'
const settings = { ...reviewCase().settings, introspection_endpoint: url }
const look = (known: Parameters<typeof reviewCase>[0] = {}) =>
  introspectionProtected.look(reviewCase({ settings, ...known }))[0]
const probed = (result: Parameters<typeof probeResult>[1], evidence: Record<string, string> = {}) =>
  look({ probes: { introspection_open: probeResult('introspection_open', result, evidence) } })

const usual: Headers = [['Content-Type', 'application/x-www-form-urlencoded']]
const asked = (
  status: number,
  body: unknown,
  headers: Headers = [],
  form = 'token=x',
  more: Parameters<typeof recorded>[0] = {},
) => {
  const request = requestFacts({ method: 'POST', url, headers: [...usual, ...headers], body: Buffer.from(form) })
  return look({
    exchanges: [recorded({ purpose: 'introspection', url, request, answer: answered(status, body), ...more })],
  })
}

test('nothing is known before the probe, and without an endpoint', () => {
  expect(look().code).toBe('introspection_not_probed')
  expect(look({ settings: reviewCase().settings }).code).toBe('introspection_not_set')
})

test('strangers that are refused or learn nothing pass, those that are answered are at risk', () => {
  expect(probed('holds', { answer: 'refused', status: '401' })).toMatchObject({
    code: 'introspection_refuses_strangers',
    evidence: { status: '401' },
  })
  expect(probed('holds', { answer: 'inactive', status: '200' }).code).toBe('introspection_hides_from_strangers')
  expect(probed('fails', { answer: 'active', members: 'sub scope' })).toMatchObject({
    code: 'introspection_answers_strangers',
    evidence: { members: 'sub scope' },
  })
  expect(probed('unclear', { why: 'not_readable' }).code).toBe('introspection_unclear')
})

test('a request that was sent without credentials shows the same without a probe', () => {
  expect(asked(200, { active: true }).code).toBe('introspection_without_credentials')
  expect(asked(401, { error: 'invalid_client' })).toMatchObject({
    code: 'introspection_refuses_strangers',
    evidence: { status: '401' },
  })
})

test.each([
  ['an inactive token', 200, { active: false }],
  ['a request that is wrong otherwise', 400, { error: 'invalid_request' }],
  ['a server that failed', 500, {}],
  ['a web page', 200, '<html>Welcome</html>'],
  ['an active that is a text', 200, { active: 'true' }],
])('%s shows nothing', (_name, status, body) => expect(asked(status, body).code).toBe('introspection_not_probed'))

test.each<[string, Headers, string, Parameters<typeof recorded>[0]]>([
  ['a Basic header', [['Authorization', 'Basic x']], 'token=x', {}],
  ['the token itself', [['Authorization', 'Bearer x']], 'token=x', {}],
  ['an API key', [['X-Api-Key', 'x']], 'token=x', {}],
  ['a secret in the body', [], 'token=x&client_id=a&client_secret=b', {}],
  [
    'a client certificate',
    [],
    'token=x',
    { tls: tls({ clientCertificate: { subject: 'CN=a', fingerprint256: 'B' } }) },
  ],
])('a request with %s is none of a stranger', (_name, headers, form, more) => {
  expect(asked(200, { active: true }, headers, form, more).code).toBe('introspection_not_probed')
})
