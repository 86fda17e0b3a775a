/**
 * Primes of the test; 65537 generates a small group modulo their product. Moduli of keys made by Infineon's RSALib up to
 * 2017 lie in that group, others by chance in one of 2²⁷ cases; their private keys can be computed.
 * @see CVE-2017-15361, Nemec et al., "The Return of Coppersmith's Attack", ACM CCS 2017
 */
const primes = [
  3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109, 113,
  127, 131, 137, 139, 149, 151, 157, 163, 167,
]

const generator = 65_537

/** True when the modulus has the fingerprint of a key whose private part can be computed. */
export function isRoca(modulus: Buffer): boolean {
  return primes.every((prime) => isPower(remainder(modulus, prime), prime))
}

function remainder(bytes: Buffer, prime: number): number {
  return bytes.reduce((rest, byte) => (rest * 256 + byte) % prime, 0)
}

function isPower(value: number, prime: number): boolean {
  let power = 1
  do {
    if (power === value) return true
    power = (power * generator) % prime
  } while (power !== 1)
  return false
}
