import { beforeAll, expect, test } from 'vitest'
import { checkSentence } from '../../../../electron/wording/checks/sentences.ts'
import { checkProfile } from '../../../../electron/core/token/verify/profile.ts'
import { readJsonObject } from '../../../../electron/core/json/json.ts'
import { claims, expected, keysOf, type Signer, signer, verify } from '../../../support/signed-tokens.ts'

let rsa: Signer

beforeAll(async () => {
  rsa = await signer('RS256')
})

function object(value: object) {
  const reading = readJsonObject(JSON.stringify(value))
  if (reading.kind !== 'object') throw new Error('This is no object.')
  return reading.object
}

const judge = (header: object, payload: object, wanted: Parameters<typeof checkProfile>[2] = expected) =>
  Object.fromEntries(checkProfile(object(header), object(payload), wanted).map((check) => [check.name, check]))

test('the example of RFC 9068 §3 is as the profile wants it; its subject is not the client, which is noted', () => {
  const header = { typ: 'at+JWT', alg: 'RS256', kid: 'RjEwOwOA' }
  const payload = {
    iss: 'https://authorization-server.example.com/',
    sub: '5ba552d67',
    aud: 'https://rs.example.com/',
    exp: 1_639_528_912,
    iat: 1_618_354_090,
    jti: 'dbe39bf3a3ba4238a513f51d6e1691c4',
    client_id: 's6BhdRkqt3',
    scope: 'openid profile reademail',
  }
  const judged = judge(header, payload, null)
  expect(Object.keys(judged)).toEqual(['typ', 'alg', 'iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti', 'scope'])
  const others = Object.values(judged).filter(({ result }) => result !== 'passed')
  expect(others).toMatchObject([{ name: 'sub', result: 'noted', reason: 'profile_sub_other' }])
})

test('a signed token as the profile wants it passes every point', async () => {
  const { profile } = await verify(await rsa.sign(), keysOf(rsa.jwk))
  expect(profile).toHaveLength(10)
  expect(profile.filter(({ result }) => result !== 'passed')).toEqual([])
})

test('everything that is required is missed by name', () => {
  const judged = judge({}, {}, { client_id: 'c', scopeAsked: 'a' })
  for (const name of ['typ', 'alg', 'iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti']) {
    expect(judged[name]).toMatchObject({ result: 'failed', reason: 'profile_missing' })
  }
  expect(judged['scope']).toMatchObject({ result: 'noted', reason: 'profile_scope_missing' })
})

test.each([
  ['typ', { typ: 'JWT' }, {}, 'failed', 'profile_typ'],
  ['alg', { alg: 'NONE' }, {}, 'failed', 'profile_alg_none'],
  ['alg', { alg: 'HS256' }, {}, 'noted', 'profile_alg_shared'],
  ['alg', { alg: 'ES256' }, {}, 'passed', 'profile_alg'],
  ['alg', { alg: 'XX' }, {}, 'noted', 'profile_alg_unknown'],
  ['iss', {}, { iss: 1 }, 'failed', 'profile_form'],
  ['exp', {}, { exp: '1800000600' }, 'failed', 'profile_form'],
  ['iat', {}, { iat: -1 }, 'failed', 'profile_form'],
  ['aud', {}, { aud: [] }, 'failed', 'profile_form'],
  ['sub', {}, { sub: 'somebody' }, 'noted', 'profile_sub_other'],
  ['client_id', {}, { client_id: 'other' }, 'failed', 'profile_client_other'],
  ['scope', {}, { scope: ['a', 'b'] }, 'failed', 'profile_form'],
])('%s of %j %j is %s, %s', (name, header, payload, result, reason) => {
  const check = judge({ typ: 'at+jwt', alg: 'RS256', ...header }, { ...claims, ...payload })[name]
  expect(check).toMatchObject({ name, result, reason })
  expect(check && checkSentence(check)).not.toBe(reason)
})

test('a scope is not missed where none was asked for', () => {
  const { scope: _, ...rest } = claims
  expect(judge({}, rest, { client_id: '', scopeAsked: '' })['scope']).toMatchObject({ result: 'passed' })
  expect(judge({}, rest, null)['scope']).toMatchObject({ result: 'not_possible' })
})
