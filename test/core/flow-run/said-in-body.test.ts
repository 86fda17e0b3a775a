import { expect, test } from 'vitest'
import { errorInBody } from '../../../electron/core/flow-run/said-in-body.ts'
import { exchange } from '../evidence/exchange.ts'

const answering = (text: string) => ({
  response: exchange.response && { ...exchange.response, body: { ...exchange.response.body, text } },
})

test.for([
  [
    '{"error":"insufficient_scope","error_description":"orders:write is needed"}',
    'insufficient_scope',
    'orders:write is needed',
  ],
  ['{"error":"invalid_token"}', 'invalid_token', null],
  ['{"error":"invalid_token","error_description":7}', 'invalid_token', null],
] as const)('an OAuth error in a body is read: %s', ([text, error, error_description]) => {
  expect(errorInBody(answering(text))).toEqual({ error, error_description })
})

test.for([
  '',
  'null',
  '[{"error":"x"}]',
  '{"error":{"code":7}}',
  '{"error":',
  '<html>',
  `{"error":"${'x'.repeat(200_000)}"}`,
])('anything else is none: %.20s', (text) => {
  expect(errorInBody(answering(text))).toBeNull()
})

test('no answer is none', () => {
  expect(errorInBody({ response: null })).toBeNull()
})
