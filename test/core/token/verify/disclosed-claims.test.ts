import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { checkOf, claims, keysOf, segment, type Signer, signer, verify } from '../../../support/signed-tokens.ts'

const given = segment('["salt","given_name","Ada"]')
const forged = segment('["salt","admin",true]')
const digestOf = (disclosure: string) => createHash('sha256').update(disclosure).digest('base64url')

let ours: Signer
beforeAll(async () => {
  ours = await signer('ES256')
})

const signed = (more: object = {}): Promise<string> => ours.sign({ ...claims, _sd: [digestOf(given)], ...more })
const judge = (token: string) => verify(token, keysOf(ours.jwk))

test('an SD-JWT with a disclosure that nobody signed is not genuine', async () => {
  const verified = await judge(`${await signed()}~${given}~${forged}~`)
  expect(verified.verdict).toBe('not_genuine')
  expect(checkOf(verified, 'signature')).toMatchObject({
    result: 'failed',
    reason: 'disclosure_unsigned',
    evidence: { name: 'admin', count: '1' },
  })
})

test('one with a disclosure that is none is not genuine', async () => {
  const verified = await judge(`${await signed()}~${given}~${segment('{"admin":true}')}~`)
  expect(verified.verdict).toBe('not_genuine')
  expect(checkOf(verified, 'signature')).toMatchObject({ reason: 'disclosure_unreadable', evidence: { count: '1' } })
})

test('one whose digests are of an unknown hash cannot be checked here', async () => {
  const verified = await judge(`${await signed({ _sd_alg: 'sha3-256' })}~${given}~`)
  expect(verified.verdict).toBe('undetermined')
  expect(checkOf(verified, 'signature')).toMatchObject({ result: 'not_possible', reason: 'disclosure_hash' })
})

test('what the signature says comes first', async () => {
  const [header, , signature] = (await signed()).split('.')
  const verified = await judge(`${header}.${segment({ ...claims, sub: 'x' })}.${signature}~${forged}~`)
  expect(checkOf(verified, 'signature')).toMatchObject({ result: 'failed', reason: 'signature_invalid' })
})

test('one whose disclosures are all signed is genuine, no matter which of them are left out', async () => {
  expect(await judge(`${await signed()}~${given}~`)).toMatchObject({ verdict: 'genuine' })
  expect(await judge(`${await signed()}~`)).toMatchObject({ verdict: 'genuine' })
})

test('of a key binding is said that nobody checked it', async () => {
  const binding = `${segment({ alg: 'ES256', typ: 'kb+jwt' })}.${segment({ aud: 'x' })}.AAAA`
  const verified = await judge(`${await signed()}~${given}~${binding}`)
  expect(checkOf(verified, 'binding')).toMatchObject({ result: 'not_possible', reason: 'key_binding_unchecked' })
})
