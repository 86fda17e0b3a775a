import { expect, test } from 'vitest'
import { plainHttp } from '../../../../electron/core/review/checks/plain-http.ts'
import { reviewCase } from '../../../support/review-case.ts'
import { codeOf, probeResult } from '../../../support/review-parts.ts'

const code = codeOf(plainHttp)
const of = (...result: Parameters<typeof probeResult> extends [unknown, ...infer Rest] ? Rest : never) =>
  plainHttp.look(reviewCase({ probes: { plain_http: probeResult('plain_http', ...result) } }))[0]

test('nothing is known before the probe', () => expect(code()).toBe('plain_http_not_probed'))

test('without https there is nothing to ask', () => {
  const { settings } = reviewCase()
  const local = { ...settings, issuer: '', token_endpoint: 'http://127.0.0.1/token' }
  expect(code({ settings: local })).toBe('plain_http_without_https')
})

test('plain http that is refused or redirected passes, served it is at risk', () => {
  expect(of('holds', { refused: 'http://id.example/token' })).toMatchObject({
    code: 'plain_http_closed',
    evidence: { how: 'refused' },
  })
  expect(of('holds', { redirected: 'http://id.example/token' }).evidence).toEqual({ how: 'redirected' })
  expect(of('fails', { served: 'http://id.example/token http://id.example/x', status: '400' })).toMatchObject({
    code: 'plain_http_answered',
    evidence: { url: 'http://id.example/token', status: '400' },
  })
})

test('answers that say nothing leave it open, with why', () => {
  expect(of('unclear', { why: 'server_error' })).toMatchObject({
    code: 'plain_http_unclear',
    evidence: { why: 'server_error' },
  })
  expect(of('unclear').evidence).toEqual({ why: 'not_readable' })
})
