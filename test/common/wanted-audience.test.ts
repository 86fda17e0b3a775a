import { expect, it } from 'vitest'
import { wantedAudience } from '../../electron/common/wanted-audience.ts'

it.each([
  ['audience must be https://api.orders.example', 'https://api.orders.example'],
  ['The audience should contain "api://orders".', 'api://orders'],
  ['Expected audience https://api.orders.example.', 'https://api.orders.example'],
  ['invalid audience https://other.example, expected https://api.orders.example', 'https://api.orders.example'],
  ['aud claim: required value urn:orders', 'urn:orders'],
])('finds the audience that is wanted in “%s”', (words, wanted) => {
  expect(wantedAudience(words)).toBe(wanted)
})

it.each([
  'unexpected "aud" claim value',
  'The audience is invalid',
  'audience must not be https://api.orders.example',
  'audience https://other.example is not accepted',
  'The audience must be another one.',
])('names none where “%s” says only that the audience is wrong', (words) => {
  expect(wantedAudience(words)).toBe('')
})

it.each(['', 'The token expired', 'an auditor must be asked'])('does not read an audience into “%s”', (words) => {
  expect(wantedAudience(words)).toBeNull()
})
