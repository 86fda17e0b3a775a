import { expect, test } from 'vitest'
import { requestName } from '../../../electron/core/activity/request-name.ts'
import { exchange } from '../evidence/exchange.ts'

const withBody = (text: string, url = exchange.request.url): string =>
  requestName({
    purpose: 'token',
    request: {
      ...exchange.request,
      url,
      body: { text, encoding: 'utf-8', wireBytes: text.length, decodedBytes: text.length, truncated: false },
    },
  })
const usual = 'grant_type=client_credentials&scope=a+b'

test('the same request has the same name, with its parameters in any order', () => {
  expect(withBody(usual)).toBe(withBody('scope=a%20b&grant_type=client_credentials'))
})

test.each([
  ['another scope', 'grant_type=client_credentials&scope=a'],
  ['another audience', `${usual}&audience=x`],
  ['a parameter that comes twice', `${usual}&resource=x&resource=y`],
])('%s is another request', (_name, text) => expect(withBody(text)).not.toBe(withBody(usual)))

test('another endpoint is another request', () => {
  expect(withBody(usual, 'https://other.example/token')).not.toBe(withBody(usual))
})

test('an assertion that is made for each request, and a masked secret, change nothing', () => {
  expect(withBody(`${usual}&client_assertion=one`)).toBe(withBody(`${usual}&client_assertion=two&client_secret=***`))
})

test('a JSON body is read as its members, and one that is broken is taken as it is', () => {
  expect(withBody('{"scope":"a","client_secret":"*"}')).toBe(withBody(' {"scope":"a"}'))
  expect(withBody('{"scope":"a"')).not.toBe(withBody('{"scope":"b"'))
})

test('other requests have none', () => {
  expect(requestName({ purpose: 'api', request: exchange.request })).toBe('')
})
