import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ComparisonRow, ComparisonSide } from '../../electron/contract/comparison.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'
import { madeToken } from '../support/made-token.ts'
import { bearer, json, misbehavingServers, secrets } from './misbehaving-servers.ts'

let world: TestApi
let url: string
/** What the token endpoint answers. */
let answer: object = bearer
const { serve, closeAll } = misbehavingServers()

beforeAll(async () => {
  world = openTestApi(null)
  const server = await serve((_request, response) => json(response, 200, answer))
  url = server.url
})
afterAll(async () => {
  world.close()
  await closeAll()
})

const pasted = (token: string): ComparisonSide => ({ kind: 'pasted', token })
const compare = (left: ComparisonSide, right: ComparisonSide) => world.api.compareTokens({ left, right }, context)
const partAs = (name: string, rows: readonly ComparisonRow[]) => [
  name,
  ...rows.map((row) => `${row.name} ${row.change}`),
]

async function partsOf(left: ComparisonSide, right: ComparisonSide) {
  const comparison = await compare(left, right)
  if (comparison.kind !== 'compared') throw new Error(JSON.stringify(comparison))
  return comparison.parts.map(({ name, rows }) => partAs(name, rows))
}

/** An environment that asks for this, and holds the tokens that the server answered with, one after the other. */
async function holding(change: object, ...answers: object[]): Promise<string> {
  const id = await world.add({ token_endpoint: url, client_id: 'me', ...change }, secrets)
  for (const next of answers) {
    answer = { token_type: 'Bearer', expires_in: 300, ...next }
    expect(await world.api.requestToken({ environmentId: id }, context)).toMatchObject({ kind: 'issued' })
  }
  return id
}

test('a side that is not there is named: no token, no such environment, nothing asked for', async () => {
  const empty = await world.add({})
  const token = pasted(madeToken({}))
  const missing = (side: string) => ({ kind: 'not_comparable', side, reason: 'missing' })
  expect(await compare({ kind: 'held', environmentId: empty }, token)).toEqual(missing('left'))
  expect(await compare(token, { kind: 'previous', environmentId: empty })).toEqual(missing('right'))
  expect(await compare(token, { kind: 'asked', environmentId: 'gone' })).toEqual(missing('right'))
  expect(await compare({ kind: 'asked', environmentId: empty }, token)).toEqual(missing('left'))
})

test('what cannot be read is named, the left side first', async () => {
  const [jwt, opaque, malformed] = [pasted(madeToken({})), pasted('opaque-reference'), pasted('eyJhbGciOiJub25lIn0.e')]
  expect(await compare(jwt, opaque)).toEqual({ kind: 'not_comparable', side: 'right', reason: 'opaque' })
  expect(await compare(opaque, jwt)).toEqual({ kind: 'not_comparable', side: 'left', reason: 'opaque' })
  expect(await compare(malformed, opaque)).toEqual({ kind: 'not_comparable', side: 'left', reason: 'malformed' })
})

test('two pasted tokens are compared by header and claims', async () => {
  const left = pasted(madeToken({ iss: 'https://a', scope: 'read write' }, { alg: 'RS256', kid: '1' }))
  const right = pasted(madeToken({ iss: 'https://b', scope: 'write read' }, { alg: 'RS256', kid: '2' }))
  expect(await partsOf(left, right)).toEqual([
    ['header', 'alg same', 'kid changed'],
    ['claims', 'iss changed', 'scope equivalent'],
  ])
})

test('the token before and the one after; a renewal alone changes jti', async () => {
  const token = (iat: number, jti: string) => ({ access_token: madeToken({ sub: 'me', iat, exp: iat + 300, jti }) })
  const environmentId = await holding({}, token(1_700_000_000, 'a'), token(1_700_000_100, 'b'))
  expect(await partsOf({ kind: 'previous', environmentId }, { kind: 'held', environmentId })).toEqual([
    ['header', 'alg same'],
    ['claims', 'sub same', 'iat equivalent', 'exp equivalent', 'jti changed'],
  ])
})

test('two opaque tokens are compared by their responses', async () => {
  const environmentId = await holding({}, { access_token: 'opaque-one', scope: 'a' }, { access_token: 'opaque-two' })
  const [response, ...others] = await partsOf({ kind: 'previous', environmentId }, { kind: 'held', environmentId })
  expect(others).toEqual([])
  // Of the tokens themselves only masks are known, which are alike.
  expect(response).toEqual(['response', 'token_type same', 'expires_in same', 'scope removed'])
})

test('asked and granted: only what was asked for, no matter what the server calls it', async () => {
  const claims = { iss: url, scp: ['read'], azp: 'me', aud: 'https://api', sub: 'other', extra: 1 }
  const asked = { scope: 'read write', resource: ['https://api'], issuer: 'https://other.example' }
  const environmentId = await holding(asked, { access_token: madeToken(claims) })
  const held = { kind: 'held', environmentId } as const
  const comparison = await compare({ kind: 'asked', environmentId }, held)
  expect(comparison).toMatchObject({
    parts: [
      {
        name: 'claims',
        rows: [
          { name: 'scope', change: 'changed', meaning: { onlyLeft: ['write'], onlyRight: [] } },
          { name: 'aud', change: 'same' },
          { name: 'client_id', change: 'same' },
          { name: 'iss', change: 'changed', left: '"https://other.example"' },
        ],
      },
    ],
  })
  expect(await compare(held, { kind: 'asked', environmentId })).toMatchObject({
    parts: [{ rows: [{ name: 'scope', meaning: { onlyLeft: [], onlyRight: ['write'] } }, {}, {}, {}] }],
  })
})

test('asked and granted of an opaque token: by the scope of its response, when there is one', async () => {
  const told = await holding({ scope: 'a b' }, { access_token: 'opaque-told', scope: 'a' })
  expect(await partsOf({ kind: 'asked', environmentId: told }, { kind: 'held', environmentId: told })).toEqual([
    ['response', 'scope changed'],
  ])
  const untold = await holding({ scope: 'a b' }, { access_token: 'opaque-untold' })
  expect(await compare({ kind: 'held', environmentId: untold }, { kind: 'asked', environmentId: untold })).toEqual({
    kind: 'not_comparable',
    side: 'left',
    reason: 'opaque',
  })
})

test('what two environments ask for', async () => {
  const [left, right] = [
    await world.add({ scope: 'a', client_id: 'x' }),
    await world.add({ scope: 'b', client_id: 'x' }),
  ]
  expect(await partsOf({ kind: 'asked', environmentId: left }, { kind: 'asked', environmentId: right })).toEqual([
    ['claims', 'scope changed', 'client_id same'],
  ])
})
