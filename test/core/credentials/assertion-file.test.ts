import { SignJWT } from 'jose'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAssertion } from '../../../electron/core/credentials/assertion-file.ts'
import { worded } from './worded.ts'

const now = 1_800_000_000
const read = (text: string) => worded(readAssertion(Buffer.from(text), now * 1000))
const sign = (claims: Record<string, unknown>) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.alloc(32))
const segment = (text: string) => Buffer.from(text).toString('base64url')

test.each([
  ['', /is empty/],
  ['\n', /is empty/],
  ['{"assertion":"a.b.c"}', /holds JSON/],
  ['opaque', /three parts separated by dots, and this text has 1/],
  ['a.b.c.d.e', /encrypted JWT/],
  ['a.b+.c', /not base64url/],
  [`${segment('{"alg":"none"}')}.${segment('{"exp":1}')}.`, /no signature/],
  [`${segment('{}')}.${segment('[]')}.AA`, /cannot be decoded/],
  [`${segment('no')}.${segment('{"exp":1}')}.AA`, /cannot be decoded/],
])('%j is no assertion, and the sentence says why', (text, message) => {
  expect(read(text)).toEqual({ ok: false, message: expect.stringMatching(message) })
})

test.each([
  [{}, /no "exp"/],
  [{ exp: String(now) }, /not a number/],
  [{ exp: (now + 60) * 1000 }, /counts milliseconds/],
  [{ exp: now - 200 }, 'The assertion expired 3 min ago. The program that writes this file has to renew it.'],
  [{ exp: now }, /expired less than a second ago/],
  [{ exp: now - 3 * 86_400 }, /expired 3 days ago/],
  [
    { exp: now + 600, nbf: now + 300 },
    'The assertion is not valid yet: it becomes valid in 5 min. Compare the clocks.',
  ],
])('an assertion with %j is refused', async (claims, message) => {
  expect(read(await sign(claims))).toEqual({ ok: false, message: expect.stringMatching(message) })
})

test('one line break after it is no part of it, more is refused', async () => {
  const assertion = await sign({ exp: now + 1, nbf: now + 30, sub: 'c' })
  for (const text of [assertion, `${assertion}\n`, `${assertion}\r\n`]) {
    expect(read(text)).toEqual({ ok: true, value: assertion })
  }
  for (const text of [`${assertion}\n\n`, ` ${assertion}`, `Bearer ${assertion}`]) {
    expect(read(text)).toMatchObject({ message: expect.stringContaining('white space') })
  }
})

test('no bytes make it throw', () => {
  const json = fc
    .tuple(fc.json(), fc.json())
    .map(([header, claims]) => Buffer.from(`${segment(header)}.${segment(claims)}.AA`))
  const random = fc.uint8Array().map((bytes) => Buffer.from(bytes))
  fc.assert(
    fc.property(fc.oneof(json, random), (bytes) => {
      expect(readAssertion(bytes, now * 1000)).toHaveProperty('ok')
    }),
    { numRuns: 2000 },
  )
})
