import { expect, test } from 'vitest'
import type { DecodedToken } from '../../../electron/contract/decoded-token.ts'
import { issuerMatches, issuerOfToken } from '../../../renderer/features/inspector/issuer-matches.ts'

const matches = (issuer: string, ...configured: string[]) => {
  const { exact, almost } = issuerMatches(
    issuer,
    configured.map((one) => ({ issuer: one })),
  )
  return [exact, almost].map((list) => list.map((environment) => environment.issuer))
}

test('an issuer is compared exactly: what is almost the same is only almost the same', () => {
  expect(
    matches(
      'https://as.example/a',
      'https://as.example/a',
      'https://as.example/a/',
      'https://AS.example/a',
      'http://as.example/a',
      'https://as.example:443/a',
    ),
  ).toEqual([
    ['https://as.example/a'],
    ['https://as.example/a/', 'https://AS.example/a', 'http://as.example/a', 'https://as.example:443/a'],
  ])
})

test('another host, another path, or no issuer at all is not even almost the same', () => {
  expect(matches('https://as.example/a', 'https://as.example.evil/a', 'https://as.example/b', '')).toEqual([[], []])
  expect(matches('', '')).toEqual([[], []])
})

test('an issuer that is no URL matches by its text', () => {
  expect(matches('Orders', 'Orders', 'orders')).toEqual([['Orders'], ['orders']])
})

test('a token without claims, or whose iss is no string, names no issuer', () => {
  const claims = (source: string): DecodedToken => ({
    kind: 'jws',
    header: { source: '{}', members: [] },
    claims: { source: '', members: [{ name: 'iss', source, duplicate: false }] },
    signatureBytes: 0,
  })
  expect(issuerOfToken(claims('"x"'))).toBe('x')
  expect(issuerOfToken(claims('["x"]'))).toBeNull()
  expect(issuerOfToken({ kind: 'empty' })).toBeNull()
})
