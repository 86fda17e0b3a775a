import { expect, test } from 'vitest'
import { newApiRequest, newCallLabel } from '../../../../electron/catalogue/new-api-request.ts'
import type { ExposedText } from '../../../../electron/core/review/case.ts'
import { secretsInSettings } from '../../../../electron/core/review/checks/secrets-in-settings.ts'
import { reviewText } from '../../../../electron/wording/review.ts'
import { reviewCase } from '../../../support/review-case.ts'

const call = { ...newApiRequest, ...newCallLabel, id: 'call-1', environmentId: 'orders', name: 'List orders' }
const look = (exposed: ExposedText[]) => secretsInSettings.look(reviewCase({ exposed, calls: [call] }))

test.each([
  ['known_secret', '••••••••'],
  ['private_key', '-----BEGIN PRIVATE KEY-----'],
  ['url_credentials', 'https://••••••••@api.example'],
] as const)('%s in clear text is at risk', (kind, excerpt) => {
  expect(look([{ place: 'headers.0.value', kind, excerpt }])).toMatchObject([{ status: 'at_risk' }])
})

test.each([
  ['high_entropy', 'aZ3f9K… (40 characters)'],
  ['jwt', 'eyJhbG… (812 characters)'],
  ['url_credentials', 'key=••••••••'],
] as const)('%s that only looks like a secret is to improve', (kind, excerpt) => {
  expect(look([{ place: 'parameters.0.value', kind, excerpt }])).toMatchObject([{ status: 'to_improve' }])
})

test('a certificate is public', () => {
  const certificate = { place: 'notes', kind: 'certificate', excerpt: '-----BEGIN CERTIFICATE-----' } as const
  expect(look([certificate])[0].code).toBe('no_secret_written_out')
})

test('a text in a saved call is said by the name of the call, which need not exist', () => {
  const at = (place: string) => reviewText(look([{ place, kind: 'known_secret', excerpt: '••••••••' }])[0]).line
  expect(at('apiCalls.0.headers.1.value')).toBe('Secret in clear text in the call “List orders”')
  expect(at('apiCalls.7.url')).toBe('Secret in clear text in a saved call')
  expect(at('apiCalls.99999999999999999999.url')).toBe('Secret in clear text in a saved call')
})

test('what is certain comes before what only looks like it, with the number of each', () => {
  const found = look([
    { place: 'notes', kind: 'high_entropy', excerpt: 'a' },
    { place: 'variables.0.value', kind: 'known_secret', excerpt: 'b' },
    { place: 'audience', kind: 'high_entropy', excerpt: 'c' },
  ])
  expect(found.map(({ code, evidence }) => [code, evidence['count']])).toEqual([
    ['secret_written_out', '1'],
    ['secret_perhaps_written_out', '2'],
  ])
})
