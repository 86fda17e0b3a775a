import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calls } from '../../electron/contract/calls.ts'
import type { KeySource, TokenReference } from '../../electron/contract/verification.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

let opened: TestApi
let environmentId: string
beforeAll(async () => {
  opened = openTestApi(null)
  const environment = { client_id: 'c', issuer: 'https://as.example', scope: 'a b', audience: 'urn:api' }
  environmentId = await opened.add(environment, { client_secret: 'a client secret of no less than 32 bytes' })
})
afterAll(() => opened.close())

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value) ?? '').toString('base64url')
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(-1, 0, 1e300, -1e300, 1.5, 1_700_000_000, 1_700_000_000_000, '__proto__', ['none'], null, {}),
)
const of = (...names: string[]) => fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), odd, { maxKeys: 6 })
const alg = fc.constantFrom(
  'none',
  'HS256',
  'RS256',
  'ES256',
  'EdDSA',
  'PS512',
  'dir',
  'ECDH-ES',
  'A128KW',
  'PBES2-HS256+A128KW',
  'RSA-OAEP',
)
const header = fc
  .tuple(
    of('alg', 'kid', 'typ', 'crit', 'b64', 'jwk', 'enc', 'zip', 'p2c', 'epk'),
    alg,
    fc.constantFrom('A128GCM', 'A256CBC-HS512', ''),
  )
  .map(([members, name, enc]) => Object.assign({ alg: name }, enc === '' ? {} : { enc }, members))
const claims = of(
  'iss',
  'aud',
  'exp',
  'nbf',
  'iat',
  'scope',
  'scp',
  'cnf',
  '_sd',
  '_sd_alg',
  'client_id',
  'sub',
  'roles',
)
const bytes = fc.uint8Array({ maxLength: 80 }).map((value) => Buffer.from(value).toString('base64url'))
const token = fc.oneof(
  fc.tuple(header, claims, bytes).map(([first, second, third]) => `${encoded(first)}.${encoded(second)}.${third}`),
  fc.tuple(header, bytes, bytes).map(([first, second, third]) => `${encoded(first)}.${second}.${third}`),
  fc.tuple(header, bytes, bytes, bytes, bytes).map(([first, ...rest]) => [encoded(first), ...rest].join('.')),
  fc
    .tuple(header, claims, bytes, fc.array(odd.map(encoded), { maxLength: 3 }))
    .map(([first, second, third, rest]) => [`${encoded(first)}.${encoded(second)}.${third}`, ...rest, ''].join('~')),
  fc.tuple(fc.constantFrom('v1', 'v2', 'v3', 'v4'), bytes, bytes).map(([v, a, b]) => `${v}.public.${a}.${b}`),
  fc.string({ minLength: 1, unit: 'binary' }),
)
const jwk = fc
  .tuple(
    fc.constantFrom('RSA', 'EC', 'OKP', 'oct'),
    of('kid', 'use', 'alg', 'key_ops', 'n', 'e', 'crv', 'x', 'y', 'd', 'k'),
  )
  .map(([kty, members]) => Object.assign({ kty }, members))
const key = fc
  .oneof(
    jwk.map((value) => JSON.stringify(value)),
    fc.array(fc.oneof(jwk, odd), { maxLength: 5 }).map((keys) => JSON.stringify({ keys })),
    bytes.map((text) => `-----BEGIN PUBLIC KEY-----\n${text}\n-----END PUBLIC KEY-----`),
    fc.string({ minLength: 1 }),
  )
  .filter((text) => text !== '')
const source: fc.Arbitrary<KeySource> = fc.oneof(
  key.map((text) => ({ kind: 'key' as const, text })),
  fc
    .tuple(fc.string({ minLength: 1 }), fc.constantFrom('utf-8' as const, 'base64url' as const, 'hex' as const))
    .map(([text, encoding]) => ({ kind: 'secret' as const, text, encoding })),
  fc.constant({ kind: 'client_secret' as const }),
  fc.constant({ kind: 'jwks' as const, fresh: false }),
)
const pasted = (text: string): TokenReference => ({ kind: 'pasted', token: text })
const parse = (name: keyof typeof calls, value: unknown) => {
  const parsed = calls[name].output.safeParse(value)
  expect(parsed.success ? null : parsed.error).toBeNull()
}

test(
  'whatever is verified, opened, compared or told, the answer is one of the contract',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(token, token, source, key, fc.boolean(), async (one, other, keys, opening, judged) => {
        const { api } = opened
        const about = { token: pasted(one), environmentId: judged ? environmentId : null }
        parse('inspectText', await api.inspectText({ text: one, pick: 0 }, context))
        const outcome = await api.verifyToken({ ...about, keys }, context)
        parse('verifyToken', outcome)
        expect(outcome.kind === 'verified' && outcome.verification.verdict).not.toBe('genuine')
        parse('openToken', await api.openToken({ ...about, key: { kind: 'key', text: opening } }, context))
        parse('openToken', await api.openToken({ ...about, key: { kind: 'environment' } }, context))
        const asked = { kind: 'asked', environmentId } as const
        parse('compareTokens', await api.compareTokens({ left: pasted(one), right: pasted(other) }, context))
        parse('compareTokens', await api.compareTokens({ left: asked, right: pasted(other) }, context))
        const verification = outcome.kind === 'verified' ? outcome.verification : null
        for (const format of ['markdown', 'html'] as const) {
          const input = { ...about, format, verification, introspection: null }
          expect(await api.copyEvidence(calls.copyEvidence.input.parse(input), context)).toBeNull()
        }
        opened.copied.splice(0)
      }),
      { numRuns: 500 },
    )
  },
)
