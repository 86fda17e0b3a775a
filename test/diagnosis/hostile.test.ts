import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Case } from '../../electron/core/diagnosis/case.ts'
import { checks } from '../../electron/core/diagnosis/checks.ts'
import { diagnose } from '../../electron/core/diagnosis/diagnose.ts'
import { answerFacts } from '../../electron/core/flow/facts/answer-facts.ts'
import { requestFacts } from '../../electron/core/flow/facts/request-facts.ts'
import { diagnosisOf } from './diagnosis-of.ts'
import { readRecords } from './records.ts'

/** One in eight is enough here: each file has some. */
const records = readRecords().filter((_record, index) => index % 8 === 0)
const cases: Case[] = await Promise.all(records.map(async (record) => (await diagnosisOf(record)).kase))

/** Parts of a case that may be missing. */
const parts = [
  'answer',
  'failure',
  'connection',
  'tls',
  'settings',
  'secret',
  'token',
  'certificateEnds',
  'metadata',
  'keyIds',
  'earlier',
  'clockOffset',
] as const

/** Each check by itself, so that one that throws is seen. */
const lookAtAll = (kase: Case) => checks.map(({ look }) => look(kase))

test('each part of a case may be missing, and all at once', () => {
  for (const kase of cases) {
    for (const part of parts) expect(() => lookAtAll({ ...kase, [part]: null })).not.toThrow()
    const bare = Object.fromEntries(parts.map((part) => [part, null]))
    expect(() => lookAtAll({ ...kase, ...bare })).not.toThrow()
  }
})

test('no request and no answer makes a check throw', () => {
  const headers = fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 6 })
  const names = fc.constantFrom('Authorization', 'Content-Type', 'WWW-Authenticate', 'Date', 'Location')
  const known = fc.array(fc.tuple(names, fc.string()), { maxLength: 4 })
  const body = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constantFrom('error=invalid_client', '{"error":{"error":1}}', '<html>'),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...cases),
      fc.webUrl(),
      headers,
      known,
      body,
      fc.integer({ min: 0, max: 999 }),
      (kase, url, odd, usual, text, status) => {
        const bytes = Buffer.from(text)
        const request = requestFacts({ method: 'POST', url, headers: [...odd, ...usual], body: bytes })
        const answer = answerFacts({
          status,
          statusText: '',
          httpVersion: '1.1',
          headers: [...usual, ...odd],
          body: bytes,
          wireBytes: bytes.length,
          truncated: false,
        })
        expect(() => lookAtAll({ ...kase, request, answer })).not.toThrow()
      },
    ),
    { numRuns: 150 },
  )
})

test('a check that throws costs only itself', () => {
  const kase = cases.find(({ step }) => step === 'token')
  if (kase === undefined) throw new Error('There is no record.')
  const broken = new Proxy(kase, {
    get: (whole, name) => {
      if (name === 'secret') throw new Error('a mistake of ours')
      return Reflect.get(whole, name)
    },
  })
  const { checked } = diagnose(broken, [])
  expect(checked.length).toBeGreaterThan(5)
  expect(checked).toContainEqual({ check: 'secret_value', result: 'not_known' })
})

test('a megabyte of words is looked through no further than its start', () => {
  for (const text of ['secret '.repeat(150_000), 'a'.repeat(1 << 20), '<'.repeat(1 << 20), 'AADSTS'.repeat(170_000)]) {
    const bytes = Buffer.from(text)
    const answer = answerFacts({
      status: 401,
      statusText: '',
      httpVersion: '1.1',
      headers: [['WWW-Authenticate', `Bearer error="${text}"`]],
      body: bytes,
      wireBytes: bytes.length,
      truncated: false,
    })
    expect(answer.words.length).toBeLessThanOrEqual(4000)
  }
})

test('no fact of a request holds a secret of it', () => {
  const secret = 'cAnArY-0123456789-sEcReT'
  const basic = Buffer.from(`id:${secret}`).toString('base64')
  const assertion = `eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJpZCJ9.${secret}`
  const facts = requestFacts({
    method: 'POST',
    url: `https://user:${secret}@as.example/token?client_secret=${secret}&access_token=${secret}`,
    headers: [
      ['Authorization', `Basic ${basic}`],
      ['X-Api-Key', secret],
      ['Cookie', `session=${secret}`],
      ['DPoP', assertion],
    ],
    body: Buffer.from(
      new URLSearchParams({
        client_secret: secret,
        client_assertion: assertion,
        token: secret,
        password: secret,
      }).toString(),
    ),
  })
  const written = JSON.stringify(facts, (_key, value: unknown) => (value instanceof Map ? [...value] : value))
  expect(written).not.toContain(secret)
  expect(written).not.toContain(basic)
})
