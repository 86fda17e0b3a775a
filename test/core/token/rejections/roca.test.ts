import { expect, test } from 'vitest'
import { rejectRsa } from '../../../../electron/core/token/rejections/rsa.ts'

/** The product of the first 39 primes: RSALib made moduli of 2048 bits with more of them, which these divide. */
const primes = [
  2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109,
  113, 127, 131, 137, 139, 149, 151, 157, 163, 167,
]
const primorial = primes.reduce((product, prime) => product * BigInt(prime), 1n)

/** A modulus that is a power of 65537, as those of RSALib are, and `more`. */
function jwk(more: bigint) {
  let power = 1n
  for (let count = 0; count < 12_345; count += 1) power = (power * 65_537n) % primorial
  const modulus = (2n ** 2047n / primorial + 1n) * primorial + power + more
  return { kty: 'RSA', e: 'AQAB', n: Buffer.from(modulus.toString(16), 'hex').toString('base64url') }
}

test('an RSA key as RSALib made them is refused: its private part can be computed', () => {
  expect(rejectRsa(jwk(0n))).toEqual({ reason: 'key_roca', evidence: {} })
})

test('a key that is almost one is not', () => {
  expect(rejectRsa(jwk(2n))).toBeNull()
})
