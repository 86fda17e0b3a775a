import { expect, test } from 'vitest'
import { checks } from '../../electron/catalogue/checks.ts'
import { checkSentence } from '../../electron/wording/checks/sentences.ts'
import { claimSentences } from '../../electron/wording/checks/claims.ts'
import { profileSentences } from '../../electron/wording/checks/profile.ts'
import type { JsonObject } from '../../electron/contract/json-object.ts'
import type { Check, ProfileCheck } from '../../electron/contract/verification.ts'
import { checkClaims, type Expectations } from '../../electron/core/token/verify/checks.ts'
import { checkAlgorithm } from '../../electron/core/token/verify/checks/algorithm.ts'
import { decodeToken } from '../../electron/core/token/decode/decode.ts'
import { readJsonObject } from '../../electron/core/json/json.ts'
import { checkProfile } from '../../electron/core/token/verify/profile.ts'
import { verifyToken } from '../../electron/core/token/verify/verify.ts'
import { emptyPlacesOf } from './empty-places.ts'

const now = Date.parse('2026-11-28T12:00:00Z')
const seconds = now / 1000

/** Values that any claim may have. */
const values: readonly unknown[] = [
  '',
  ' ',
  'x',
  7,
  -1,
  0.5,
  null,
  true,
  [],
  [''],
  ['x'],
  ['c'],
  [7],
  {},
  seconds - 30,
  seconds + 90.5,
  seconds + 9000,
  now,
  1e20,
]
const claimNames = ['iss', 'aud', 'exp', 'nbf', 'iat', 'scope', 'scp', 'sub', 'client_id', 'jti', 'cnf']
const claims: readonly object[] = [
  {},
  { exp: seconds + 100, iss: 'https://as.example/', aud: 'c', cnf: { jkt: '' } },
  { iss: 'https://as.example', sub: 'c', client_id: 'c', cnf: { jkt: 'x' } },
  { exp: seconds + 100, cnf: { jkt: 'key' } },
  { exp: seconds + 100, iat: seconds + 1000, cnf: { 'x5t#S256': 'c' } },
  ...claimNames.flatMap((name) => values.map((value) => ({ [name]: value }))),
]
const headers: readonly object[] = [
  {},
  ...['', ' ', 'none', 'HS256', 'RS256', 'ES256', 'x', 7, null].map((alg) => ({ alg, kid: '' })),
  ...['', 'JWT', 'at+jwt', 'x', 7].map((typ) => ({ typ, alg: 'ES256' })),
  ...[{ crit: '' }, { crit: [''] }, { b64: false }, { kid: 7 }, { jwk: {} }, { x5t: '' }].map((member) =>
    Object.assign({ alg: 'ES256' }, member),
  ),
]
const none: Expectations = { issuer: '', audiences: [], client_id: '', scopeAsked: '', serverNow: now, binding: null }
const expectations: readonly (Expectations | null)[] = [
  null,
  none,
  {
    ...none,
    issuer: 'https://as.example',
    audiences: ['x', 'y'],
    client_id: 'c',
    scopeAsked: 'a b',
    clockOffset: 90_000,
  },
  { ...none, issuer: 'https://as.example', accessTokenIssuer: 'x' },
  { ...none, scopeAsked: 'x', binding: { kind: 'dpop', thumbprint: 'key' } },
]
const keySets: readonly object[] = [
  [],
  [{ kty: 'EC' }],
  [
    { kty: 'EC', kid: '' },
    { kty: 'EC', kid: '' },
  ],
  [{ kty: 'RSA', kid: '', n: 'AQAB', e: 'AQ' }],
  [{ kty: 'oct', k: '' }],
  [{ kty: '', kid: '' }],
]

const object = (value: object): JsonObject => {
  const reading = readJsonObject(JSON.stringify(value))
  if (reading.kind !== 'object') throw new Error(reading.kind)
  return reading.object
}

function checked(header: JsonObject, body: JsonObject, expected: Expectations | null): (Check | ProfileCheck)[] {
  const ofBody = checkClaims(header, body, expected, { now, offset: expected?.clockOffset ?? null })
  return [...ofBody, ...checkProfile(header, body, expected)]
}

const ofClaims = (): (Check | ProfileCheck)[] =>
  headers.flatMap((header) =>
    (header === headers[0] || 'typ' in header ? claims : [{}]).flatMap((body) =>
      expectations.flatMap((expected) => checked(object(header), object(body), expected)),
    ),
  )

async function ofSignatures(): Promise<(Check | ProfileCheck)[]> {
  const segment = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const tokens = headers.flatMap((header) => [`${segment(header)}.e30.AA`, `${segment(header)}.e30.`])
  const verified = await Promise.all(
    [...tokens, 'opaque', '', 'v4.public.AA', `${segment({ alg: '', enc: '' })}.....`].flatMap((token) =>
      keySets.map((entries) => {
        const keys = { kind: 'keys' as const, keys: { keys: Object.values(entries) } }
        return verifyToken(token, decodeToken(token), keys, null, now)
      }),
    ),
  )
  const algorithms = headers.map((header) =>
    checkAlgorithm(object(header), { kind: 'secret', secret: new Uint8Array(1) }),
  )
  return [...verified.flatMap(({ checks }) => checks), ...verified.flatMap(({ profile }) => profile), ...algorithms]
}

test('every reason about a claim is given by the check that gives it', () => {
  const given = new Set<string>(ofClaims().map(({ reason }) => reason))
  const elsewhere = new Set(['no_claims', 'nested_claims', 'key_binding_unchecked'])
  const reasons = [...Object.keys(claimSentences), ...Object.keys(profileSentences)]
  expect(reasons.filter((reason) => !given.has(reason) && !elsewhere.has(reason))).toEqual([])
})

test('a check ends as the catalogue says of its reason', async () => {
  const all: readonly (Check | ProfileCheck)[] = [...ofClaims(), ...(await ofSignatures())]
  const others = all.filter(({ reason, result }) => ![checks[reason].result].flat().includes(result))
  expect([...new Set(others.map(({ reason, result }) => `${reason} ${result}`))]).toEqual([])
})

test('a check has the evidence that the catalogue names for its reason', async () => {
  const all: readonly (Check | ProfileCheck)[] = [...ofClaims(), ...(await ofSignatures())]
  const lacking = all.flatMap(({ reason, evidence }) =>
    checks[reason].evidence.filter((name) => !Object.hasOwn(evidence, name)).map((name) => `${reason} ${name}`),
  )
  expect([...new Set(lacking)]).toEqual([])
})

test('no sentence of a check has an empty place, with the evidence that the check makes', async () => {
  const all = [...ofClaims(), ...(await ofSignatures())]
  const holes = all.flatMap(({ reason, evidence }) =>
    emptyPlacesOf(evidence, (given) => [checkSentence({ reason, evidence: given })]).map(
      (text) => `${reason}: ${text}`,
    ),
  )
  expect([...new Set(holes)]).toEqual([])
})
