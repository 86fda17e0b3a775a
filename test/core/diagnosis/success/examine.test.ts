import { expect, test } from 'vitest'
import { examineServer, examineToken } from '../../../../electron/core/diagnosis/success/examine.ts'
import { decodeToken } from '../../../../electron/core/token/decode/decode.ts'

const segment = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const decoded = (claims: object, alg = 'RS256') => decodeToken(`${segment({ alg })}.${segment(claims)}.AA`)
const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code)

test.each([
  ['a lifetime of an hour is not long', 3600, []],
  ['a lifetime of a day is', 86_400, ['lifetime_long']],
  ['an unknown lifetime is nothing to speak of', null, []],
])('%s', (_name, lifetime, expected) => {
  expect(codes(examineToken({ decoded: decoded({ aud: 'a' }), lifetime }))).toEqual(expected)
})

test('a JWT without aud is named, and an opaque token is not', () => {
  expect(codes(examineToken({ decoded: decoded({}), lifetime: 60 }))).toEqual(['token_without_audience'])
  expect(examineToken({ decoded: decodeToken('opaque'), lifetime: 60 })).toEqual([])
})

test.each(['none', 'RS1', 'HS1'])('%s is a weak algorithm, which is a warning', (alg) => {
  const [finding] = examineToken({ decoded: decoded({ aud: 'a' }, alg), lifetime: 60 })
  expect(finding).toMatchObject({ code: 'token_algorithm_weak', severity: 'warning', evidence: { alg } })
})

test.each(['RS256', 'HS256', 'ES256', 'EdDSA'])('%s is not', (alg) => {
  expect(examineToken({ decoded: decoded({ aud: 'a' }, alg), lifetime: 60 })).toEqual([])
})

const now = Date.parse('2026-01-15T10:00:00Z')
const day = 86_400_000
const tlsUntil = (validTo: number) => ({ chain: [{ validTo }] })
const server = { url: 'https://as.example/token', tls: tlsUntil(now + 90 * day), clockOffset: 0, now }

test('a server certificate that ends within two weeks is named with the days that are left', () => {
  expect(examineServer(server)).toEqual([])
  const [finding] = examineServer({ ...server, tls: tlsUntil(now + 3 * day) })
  expect(finding).toMatchObject({ code: 'server_certificate_ends', severity: 'info' })
  expect(finding?.evidence).toMatchObject({ host: 'as.example', days: '3' })
})

test('clocks that differ by more than a minute are named, with the one that is ahead', () => {
  expect(examineServer({ ...server, clockOffset: 60_000 })).toEqual([])
  expect(examineServer({ ...server, clockOffset: null })).toEqual([])
  const [finding] = examineServer({ ...server, clockOffset: -90_000 })
  expect(finding?.evidence).toEqual({ seconds: '90', server: 'behind' })
})
