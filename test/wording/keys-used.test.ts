import { expect, test } from 'vitest'
import { keysSentence } from '../../electron/wording/keys-used.ts'

const now = Date.UTC(2026, 0, 1)
const set = { source: 'jwks', url: 'https://as.example/jwks', fetchedAt: now - 120_000, count: 3 } as const

test.each([
  ['cached', 'fetched 2 min ago, from memory'],
  ['fetched', 'fetched 2 min ago'],
  ['refetched', 'fetched 2 min ago again, because no cached key matched'],
  ['cooling_down', 'fetched 2 min ago, from memory: it was asked again a moment ago, and is not for now'],
] as const)('keys that were %s say so', (fetch, source) => {
  expect(keysSentence({ ...set, fetch }, now)).toBe(`Key set of https://as.example/jwks, 3 keys, ${source}`)
})

test('keys that a person brought are distinguished from those of a server', () => {
  const brought = { url: null, fetchedAt: null, fetch: 'none', count: 1 } as const
  expect(keysSentence({ ...brought, source: 'key' }, now)).toBe('Pasted key, 1 key')
  expect(keysSentence({ ...brought, source: 'secret' }, now)).toBe('Typed shared secret')
  expect(keysSentence({ ...brought, source: 'client_secret' }, now)).toBe('Client secret of the environment')
})
