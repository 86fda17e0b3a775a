import { describe, expect, test } from 'vitest'
import { decodeToken } from '../../electron/core/token/decode/decode.ts'
import { readJsonObject } from '../../electron/core/json/json.ts'
import {
  type AnswerSubject,
  type Introspected,
  tokenAnswer,
  tokenVerdict,
} from '../../electron/wording/token-answer.ts'

const now = Date.UTC(2026, 10, 28, 14, 42, 46)
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const jwt = (claims: unknown): string => `${part({ alg: 'RS256', kid: 'test' })}.${part(claims)}.c2ln`
const subject = (text: string, change: Partial<AnswerSubject> = {}): AnswerSubject => ({
  decoded: decodeToken(text),
  verification: null,
  issuerOf: [],
  introspected: null,
  now,
  ...change,
})

describe('what has no claims that anybody can read has no verdict', () => {
  test.each(['', 'opaque-token', 'a.b.c', 'a.b.c.d.e'])('%j', (text) => {
    expect(tokenVerdict(subject(text))).toBeNull()
    expect(tokenAnswer(subject(text))).toBe('')
  })
})

test.each([{ exp: 'tomorrow' }, { exp: 1e300 }, { exp: null }, { exp: [] }, {}])(
  'a time that is none is not taken for one: %j',
  (claims) => {
    const said = tokenVerdict(subject(jwt(claims)))
    expect(said?.title).toBe('No time of expiry · signature not checked · no issuer')
    expect(said?.tone).toBe('info')
  },
)

test('an expired token says since when, and that a new one is needed', () => {
  const exp = now / 1000 - 86_400
  const claims = {
    iss: 'https://id.example/',
    client_id: 'svc',
    aud: 'https://api.example',
    scope: 'a b',
    iat: exp - 3600,
    exp,
  }
  const said = subject(jwt(claims))
  expect(tokenVerdict(said)).toEqual({
    tone: 'err',
    title: 'Expired 1 d ago · signature not checked · issuer unknown',
    reason: 'It was valid for 1 h, until 27 Nov 2026, 14:42:46 UTC.',
  })
  expect(tokenAnswer(said)).toBe(
    'This token expired at 27 Nov 2026, 14:42:46 UTC, 1 d ago. It says that it was issued by https://id.example/ to the client svc for https://api.example, with the scopes a and b. Its signature was not checked. A new token is needed.',
  )
})

test('a token that is not valid yet, and one whose issuer is known', () => {
  expect(
    tokenVerdict(subject(jwt({ iss: 'https://id.example', nbf: now / 1000 + 60, exp: now / 1000 + 600 })))?.title,
  ).toBe('Not valid before in 1 min · signature not checked · issuer unknown')
  const known = subject(jwt({ iss: 'https://id.example', exp: now / 1000 + 600 }), { issuerOf: ['Billing'] })
  expect(tokenVerdict(known)?.title).toBe('Expires in 10 min · signature not checked · issuer of “Billing”')
})

test('many audiences are cut, and none is invented', () => {
  const aud = Array.from({ length: 12 }, (_, index) => `api-${index}`)
  expect(tokenAnswer(subject(jwt({ aud })))).toContain(
    'for api-0, api-1, api-2, api-3, api-4, api-5, api-6, api-7, api-8, api-9 and 2 more',
  )
  expect(tokenAnswer(subject(jwt({ aud: 7, scope: {} })))).toBe(
    'This token does not say until when it is valid. It names no issuer. Its signature was not checked.',
  )
})

test('a token without an issuer says so in a sentence by itself', () => {
  expect(tokenAnswer(subject(jwt({ client_id: 'svc' })))).toBe(
    'This token does not say until when it is valid. It says that it was issued to the client svc. It names no issuer. Its signature was not checked.',
  )
})

describe('what a server said when it was asked', () => {
  const said = (response: object, active = true): Introspected => {
    const reading = readJsonObject(JSON.stringify({ active, ...response }))
    if (reading.kind !== 'object') throw new Error(reading.kind)
    return { active, response: reading.object, by: 'Billing', at: now }
  }

  test('an inactive opaque token is refused its claims as well: nothing but the answer is said', () => {
    const asked = subject('opaque-token', { introspected: said({ client_id: 'svc', exp: now / 1000 + 60 }, false) })
    expect(tokenVerdict(asked)).toEqual({
      tone: 'err',
      title: 'Not active',
      reason: 'The server of “Billing” said so at 28 Nov 2026, 14:42:46 UTC.',
    })
    expect(tokenAnswer(asked)).toBe('The server of “Billing” said at 28 Nov 2026, 14:42:46 UTC that it is not active.')
  })

  test('a JWT that is valid by its own word and not active by its server counts as not active', () => {
    const asked = subject(jwt({ exp: now / 1000 + 600 }), { introspected: said({}, false) })
    expect(tokenVerdict(asked)).toMatchObject({
      tone: 'err',
      title: 'Expires in 10 min · not active · signature not checked · no issuer',
    })
    expect(tokenAnswer(asked)).toContain('that it is not active.')
  })

  test('an active opaque token is described by the answer', () => {
    const asked = subject('opaque-token', {
      introspected: said({ client_id: 'svc', scope: 'a b', exp: now / 1000 + 600 }),
    })
    expect(tokenVerdict(asked)).toEqual({
      tone: 'ok',
      title: 'Active',
      reason:
        'The server of “Billing” said so at 28 Nov 2026, 14:42:46 UTC, and that it is valid until 28 Nov 2026, 14:52:46 UTC.',
    })
    expect(tokenAnswer(asked)).toBe(
      'The server of “Billing” said at 28 Nov 2026, 14:42:46 UTC that it is active. It was issued to the client svc, with the scopes a and b. It is valid until 28 Nov 2026, 14:52:46 UTC.',
    )
  })
})
