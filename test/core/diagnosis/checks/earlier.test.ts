import { expect, test } from 'vitest'
import { diagnosisOf } from '../../../diagnosis/diagnosis-of.ts'
import type { DiagnosisRecord } from '../../../diagnosis/record.ts'

const basic = (pair: string): [string, string] => ['Authorization', `Basic ${Buffer.from(pair).toString('base64')}`]
const form: [string, string] = ['Content-Type', 'application/x-www-form-urlencoded']
const refused = { status: 401, headers: [], body: '{"error":"invalid_client"}' }

const codesOf = async (record: Omit<DiagnosisRecord, 'name' | 'from' | 'cause'>) =>
  (await diagnosisOf({ name: '', from: 'documented: test', cause: null, ...record })).findings.map(({ code }) => code)

test('an encoding of ID and secret is proposed once: where both were refused, it is something else', async () => {
  const request = { method: 'POST', url: 'https://as.example/token', headers: [form, basic('id:a%2Bb')], body: 'a=b' }
  const ask = (triedOtherEncoding: boolean) =>
    codesOf({
      step: 'token',
      request,
      response: refused,
      facts: {
        storedSecret: 'a+b',
        earlier: { workedAt: null, changed: [], inLastMinute: 1, refusedInARow: 2, triedOtherEncoding },
      },
    })
  expect(await ask(false)).toContain('server_does_not_decode_basic')
  expect(await ask(true)).not.toContain('server_does_not_decode_basic')
})

test('credentials that got a token are not called wrong where introspection refuses them', async () => {
  const request = {
    method: 'POST',
    url: 'https://as.example/introspect',
    headers: [form, basic('id:s3cr3t-value')],
    body: 'token=abc',
  }
  const earlier = { workedAt: null, changed: [], inLastMinute: 1, refusedInARow: 1 }
  const ask = (credentialsWorkedAt: string | null) =>
    codesOf({
      step: 'introspection',
      request,
      response: refused,
      facts: { earlier: { ...earlier, credentialsWorkedAt } },
    })
  expect((await ask(null))[0]).toBe('wrong_secret')
  const codes = await ask('2026-01-15T09:59:58Z')
  expect(codes[0]).toBe('introspection_wrong_credentials')
  expect(codes).not.toContain('wrong_secret')
})

test('a token that has every scope which the API names is not said to lack one', async () => {
  const part = (object: object) => Buffer.from(JSON.stringify(object)).toString('base64url')
  const token = `${part({ alg: 'RS256' })}.${part({ scope: 'orders.write orders.admin', exp: 1_900_000_000 })}.c2ln`
  const ask = (scope: string) =>
    codesOf({
      step: 'api',
      request: {
        method: 'GET',
        url: 'https://api.example/',
        headers: [['Authorization', `Bearer ${token}`]],
        body: null,
      },
      response: {
        status: 403,
        headers: [['WWW-Authenticate', `Bearer error="insufficient_scope", scope="${scope}"`]],
        body: '',
      },
    })
  expect(await ask('orders.write orders.read')).toContain('api_scope_missing')
  expect(await ask('orders.write orders.admin')).toEqual(['api_forbidden'])
})
