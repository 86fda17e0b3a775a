import { rootCertificates } from 'node:tls'
import { X509Certificate } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isWeaklySigned } from '../../../electron/core/http/weak-signature.ts'

const sha1 = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x05]
const sha256 = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b]
const element = (tag: number, content: readonly number[]) =>
  content.length < 128
    ? [tag, content.length, ...content]
    : [tag, 0x82, content.length >> 8, content.length & 0xff, ...content]
/** A certificate in outline: what is signed, the algorithm, the signature. */
const outline = (signed: readonly number[], algorithm: readonly number[]) =>
  Buffer.from(
    element(0x30, [
      ...element(0x30, signed),
      ...element(0x30, [...element(0x06, algorithm), 5, 0]),
      ...element(0x03, [0]),
    ]),
  )

it.each([
  ['signed with SHA-1', outline(element(0x04, [1, 2]), sha1), true],
  [
    'signed with SHA-1, and long',
    outline(
      element(
        0x04,
        Array.from({ length: 900 }, () => 7),
      ),
      sha1,
    ),
    true,
  ],
  ['signed with SHA-256', outline([1], sha256), false],
  ['that only speaks of SHA-1', outline([...element(0x06, sha1), ...element(0x06, sha1)], sha256), false],
])('a certificate %s is read right', (_, certificate, weak) => {
  expect(isWeaklySigned(certificate)).toBe(weak)
})

it('the roots of the runtime are read, and few of them are signed with SHA-1', () => {
  const weak = rootCertificates.filter((pem) => isWeaklySigned(new X509Certificate(pem).raw))
  expect(weak.length).toBeLessThan(rootCertificates.length / 3)
})

it('what is no certificate is not weakly signed, and breaks nothing', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 60, size: 'max' }), (bytes) => !isWeaklySigned(Buffer.from(bytes))))
  expect(isWeaklySigned(outline([1], sha1).subarray(0, 9))).toBe(false)
  expect(isWeaklySigned(Buffer.from([0x30, 0x88, ...Array.from({ length: 12 }, () => 1)]))).toBe(false)
})
