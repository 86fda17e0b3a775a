import { expect, test } from 'vitest'
import { credentialsInUrls } from '../../../../electron/core/review/checks/credentials-in-urls.ts'
import { reviewCase } from '../../../support/review-case.ts'
import { codeOf, recorded, savedCall } from '../../../support/review-parts.ts'

const code = codeOf(credentialsInUrls)
const { settings } = reviewCase()
const ofUrl = (url: string) => code({ calls: [savedCall({ url })] })

test('nothing is said where there is no URL', () => {
  expect(code({ settings: { ...settings, issuer: '', token_endpoint: '' } })).toBe('no_url_seen')
})

test.each([
  'https://api.example/orders?access_token={{token}}',
  'https://api.example/orders?a=1&accessToken=x#part',
  '{{base}}/orders?access%5Ftoken=x',
  'https://orders:hunter2@api.example/orders',
  'https://id.example/token?client_id=a&client_secret=b',
])('a credential in the URL of a call is at risk: %s', (url) => expect(ofUrl(url)).toBe('credential_in_url'))

test.each([
  'https://api.example/orders?page_token=x&nextToken=y',
  'https://api.example/orders?token_type=x&code=y&key=z',
  'https://api.example/orders#access_token=x',
  'https://api.example/@user:name',
  'https://api.example/a?b=c://d:e@f',
  'https://orders@api.example/',
  '?',
  '',
])('what is no credential is none: %s', (url) => expect(ofUrl(url)).toBe('no_credential_in_url'))

test('a key of the API in the URL can be improved', () => {
  expect(ofUrl('https://api.example/orders?api-key=x')).toBe('key_in_url')
})

test('a parameter of the query counts where it is sent', () => {
  const query = (enabled: boolean) => [{ name: 'access_token', value: 'x', enabled }]
  expect(code({ calls: [savedCall({ query: query(true) })] })).toBe('credential_in_url')
  expect(code({ calls: [savedCall({ query: query(false) })] })).toBe('no_credential_in_url')
})

test('a request that was recorded shows it, without its value', () => {
  const exchange = recorded({ exchangeId: 'one' }, {}, { query: ['client_secret'] })
  const [{ code, evidence, seen }] = credentialsInUrls.look(reviewCase({ exchanges: [exchange] }))
  expect([code, evidence]).toEqual(['credential_in_url', { names: 'client_secret' }])
  expect(seen).toMatchObject([{ kind: 'parameter', name: 'client_secret', value: '…', exchangeId: 'one' }])
})

test('no value of a URL is shown', () => {
  const calls = [savedCall({ url: 'https://orders:CANARY@api.example/?access_token=CANARY&api_key=CANARY' })]
  const found = credentialsInUrls.look(reviewCase({ calls }))
  expect(found.map(({ code }) => code)).toEqual(['credential_in_url', 'key_in_url'])
  expect(JSON.stringify(found)).not.toContain('CANARY')
})
