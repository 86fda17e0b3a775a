import { expect, test } from 'vitest'
import { worded } from '../../credentials/worded.ts'
import { readSharedSecret } from '../../../../electron/core/token/keys/read-shared-secret.ts'

test.each([
  ['base64url', 'c2VjcmV0+', 'Character 9 does not belong to base64url.'],
  ['base64url', 'c2VjcmV0cw==', 'looks like base64'],
  ['base64url', 'c2VjcmV0A', 'copied whole'],
  ['base64url', '  ', 'Enter the shared secret.'],
  ['hex', 'abcg', 'Character 4'],
  ['hex', 'abc', 'pairs'],
  ['hex', ' ', 'Enter the shared secret.'],
] as const)('%s: "%s" is refused, and the place is named', (encoding, text, message) => {
  const reading = worded(readSharedSecret(text, encoding))
  expect(reading).toEqual({ ok: false, message: expect.stringContaining(message) })
})

test.each([
  ['utf-8', ' sécret\n', Buffer.from(' sécret\n')],
  ['base64url', ' c2VjcmV0\n', Buffer.from('secret')],
  ['hex', '\t73656352\n', Buffer.from('secR')],
] as const)('%s: "%s" is read', (encoding, text, octets) => {
  const reading = readSharedSecret(text, encoding)
  expect(reading.ok && Buffer.from(reading.value).equals(octets)).toBe(true)
})
