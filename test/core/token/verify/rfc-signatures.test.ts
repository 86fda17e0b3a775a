import { expect, test } from 'vitest'
import { decodeToken } from '../../../../electron/core/token/decode/decode.ts'
import { typedKeys } from '../keys/typed-keys.ts'
import { checkSignature } from '../../../../electron/core/token/verify/signature.ts'
import { verifyToken } from '../../../../electron/core/token/verify/verify.ts'
import { content7515, jws7515, unsigned7515 } from '../../../support/vectors/rfc7515.ts'
import { jws7520 } from '../../../support/vectors/rfc7520.ts'
import { keys7520 } from '../../../support/vectors/rfc7520-keys.ts'

const sectionOf = (name: string) => name.split(' ')[0] ?? ''
const typed = (section: string) => typedKeys(JSON.stringify(keys7520[section]))

test.each(jws7515)('RFC 7515 $name is genuine', async ({ compact, key }) => {
  const keys = await typedKeys(JSON.stringify(key))
  const verified = await verifyToken(compact, decodeToken(compact), keys, null, Date.now())
  expect(verified.verdict).toBe('genuine')
  expect(verified.checks.find(({ name }) => name === 'times')).toMatchObject({ result: 'failed', reason: 'expired' })
})

test('RFC 7515 A.4, which signs a word, has a valid signature', async () => {
  const keys = await typedKeys(JSON.stringify(content7515.key))
  expect(await checkSignature(content7515.compact, keys)).toMatchObject({ result: 'passed' })
})

test('RFC 7515 A.5, which is not signed, is never genuine', async () => {
  const keys = await typedKeys(JSON.stringify(content7515.key))
  expect(await verifyToken(unsigned7515, decodeToken(unsigned7515), keys, null, Date.now())).toMatchObject({
    verdict: 'not_genuine',
  })
})

test.each(jws7520.filter(({ name }) => !name.startsWith('§4.5')))(
  'RFC 7520 $name has a valid signature',
  async ({ name, compact }) => {
    expect(await checkSignature(compact, await typed(sectionOf(name)))).toMatchObject({ result: 'passed' })
  },
)

test('RFC 7520 §4.5, whose content is elsewhere, cannot be valid by itself', async () => {
  const detached = jws7520.find(({ name }) => name.startsWith('§4.5'))?.compact ?? ''
  expect(await checkSignature(detached, await typed('§4.4'))).toMatchObject({ result: 'failed' })
})
